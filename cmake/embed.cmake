# Files compiled into a program: tests also run as wasm in Node, where there are no files.
#
#   postwatch_embed(<target> <folder>)
#
# adds to <target> the definition of postwatch::samples() (tests/formats/samples.h) with every file of the folder.
# Run as a script (cmake -D folder=... -D output=... -P embed.cmake) it writes that definition.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(POSTWATCH_EMBED "${CMAKE_CURRENT_LIST_FILE}")

  function(postwatch_embed target folder)
    file(GLOB files CONFIGURE_DEPENDS "${folder}/*")
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${target}_samples.cpp")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${CMAKE_COMMAND}" -D "folder=${folder}" -D "output=${output}" -P "${POSTWATCH_EMBED}"
      DEPENDS "${POSTWATCH_EMBED}" ${files}
      COMMENT "Embedding the samples"
      VERBATIM)
    target_sources(${target} PRIVATE "${output}")
  endfunction()
  return()
endif()

file(GLOB files "${folder}/*")
set(bytes "")
set(rows "")
set(index 0)
foreach(file IN LISTS files)
  cmake_path(GET file FILENAME name)
  file(SIZE "${file}" size)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," hex "${hex}")
  # A final zero: an empty file needs an array too.
  string(APPEND bytes "const unsigned char file_${index}[] = {${hex}0};\n")
  string(APPEND rows "    {\"${name}\", {reinterpret_cast<const char*>(file_${index}), ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${output}"
  "// Made from tests/samples by cmake/embed.cmake.\n#include \"tests/formats/samples.h\"\n\nnamespace {\n\n${bytes}\n"
  "const postwatch::Sample rows[] = {\n${rows}};\n\n}  // namespace\n\n"
  "std::span<const postwatch::Sample> postwatch::samples() { return rows; }\n")
