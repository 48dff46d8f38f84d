# The three C++ libraries, as targets: imgui, nlohmann_json, doctest.
# FETCHCONTENT_SOURCE_DIR_IMGUI, _NLOHMANN_JSON and _DOCTEST each take a folder of your own instead:
# ImGui's source folder, and folders holding nlohmann/json.hpp and doctest/doctest.h.

find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI OR NOT FETCHCONTENT_SOURCE_DIR_NLOHMANN_JSON OR NOT FETCHCONTENT_SOURCE_DIR_DOCTEST)
  if(NOT EXISTS "${POSTWATCH_LIBRARIES}/ready")
    execute_process(
      COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_CURRENT_LIST_DIR}/setup" libraries
      OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "The C++ libraries could not be fetched; the reason is the line with STOPPED above. "
                          "Folders of your own can be named instead: see cmake/dependencies.cmake.")
    endif()
    set(POSTWATCH_LIBRARIES "${folder}" CACHE PATH "folder with imgui, nlohmann and doctest" FORCE)
  endif()
endif()

function(library_folder result name default)
  if(FETCHCONTENT_SOURCE_DIR_${name})
    set(${result} "${FETCHCONTENT_SOURCE_DIR_${name}}" PARENT_SCOPE)
  else()
    set(${result} "${POSTWATCH_LIBRARIES}/${default}" PARENT_SCOPE)
  endif()
endfunction()
library_folder(imgui_folder IMGUI imgui)
library_folder(json_folder NLOHMANN_JSON nlohmann)
library_folder(doctest_folder DOCTEST doctest)

if(POSTWATCH_LIBRARIES)
  add_compile_options("-ffile-prefix-map=${POSTWATCH_LIBRARIES}=libraries") # as in flags.cmake
endif()

# imgui_left_out.cpp stands in for imgui_tables.cpp and some more that is not used.
add_library(imgui STATIC
  "${imgui_folder}/imgui.cpp" "${imgui_folder}/imgui_draw.cpp" "${imgui_folder}/imgui_widgets.cpp"
  "${PROJECT_SOURCE_DIR}/src/view/imgui_left_out.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_folder}")
target_include_directories(imgui PUBLIC "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"view/imgui_config.h\"")
target_compile_features(imgui PUBLIC cxx_std_20)

# The readers tell a fault by its value, and the shipped program has no exceptions.
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${json_folder}")
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)

add_library(doctest INTERFACE)
target_include_directories(doctest SYSTEM INTERFACE "${doctest_folder}")
target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
