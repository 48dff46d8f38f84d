# How everything is compiled, the libraries included. No exceptions and no RTTI anywhere, so that what the
# native tests see is what ships.

set(no_exceptions -fno-exceptions -fno-rtti)
add_compile_options(${no_exceptions})

if(EMSCRIPTEN)
  # -Oz costs no measurable frame time here and saves a fifth of the download against -O2.
  # CMake's own -O3 for Release would follow and win.
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  add_compile_options(-Oz -flto)
  # With -flto the link compiles: without these there, libc++abi asks for exception counts that do not exist.
  add_link_options(-Oz -flto ${no_exceptions})
else()
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
  set(POSTWATCH_SANITIZE "address,undefined" CACHE STRING "sanitizers of the native build; empty for none")
  if(POSTWATCH_SANITIZE)
    add_compile_options(-fsanitize=${POSTWATCH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${POSTWATCH_SANITIZE})
  endif()
endif()

# No folder of this machine in what is built: two builds of one commit are byte-identical.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
if(EMSCRIPTEN)
  add_compile_options("-ffile-prefix-map=${POSTWATCH_EMSCRIPTEN_SDK}=sdk")
endif()

# For our own targets only; libraries are not ours to tidy.
function(postwatch_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow)
endfunction()
