# The toolchain file of the web configuration: finds Emscripten 4 or newer or fetches one without root,
# then hands over to Emscripten's own toolchain file.
#
# POSTWATCH_EMSCRIPTEN      folder of emcc
# POSTWATCH_EMSCRIPTEN_SDK  folder of everything that belongs to it

if(NOT EXISTS "${POSTWATCH_EMSCRIPTEN}/emcc")
  find_program(POSTWATCH_PYTHON python3 REQUIRED)
  execute_process(
    COMMAND "${POSTWATCH_PYTHON}" -B "${CMAKE_CURRENT_LIST_DIR}/setup" emscripten
    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "Emscripten could not be set up; the reason is the line with STOPPED above. "
                        "What CMake may say below about Ninja or compilers only follows from it.")
  endif()
  list(GET found 0 folder)
  list(GET found 1 sdk)
  set(POSTWATCH_EMSCRIPTEN "${folder}" CACHE PATH "folder of emcc" FORCE)
  set(POSTWATCH_EMSCRIPTEN_SDK "${sdk}" CACHE PATH "folder of the whole SDK" FORCE)
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES POSTWATCH_EMSCRIPTEN POSTWATCH_EMSCRIPTEN_SDK)

include("${POSTWATCH_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake")
