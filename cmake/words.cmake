# The sentences of src/app/words and the samples of shell/serve, as tables the program is built with.

find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

# Gives `target` the include folder in which app/generated/*.h are made, and rebuilds it when a sentence changes.
function(postwatch_add_words target)
  set(include_folder ${PROJECT_BINARY_DIR}/words)
  set(output ${include_folder}/app/generated)
  set(words ${PROJECT_SOURCE_DIR}/src/app/words/en.json)
  set(samples ${PROJECT_SOURCE_DIR}/shell/serve/samples.json)
  set(words_generator ${PROJECT_SOURCE_DIR}/cmake/words.py)
  set(samples_generator ${PROJECT_SOURCE_DIR}/cmake/samples.py)
  file(MAKE_DIRECTORY ${output})
  add_custom_command(
    OUTPUT ${output}/word_ids.h ${output}/words_en.h
    COMMAND ${Python3_EXECUTABLE} ${words_generator} ${output}/word_ids.h ${output}/words_en.h ${words}
    DEPENDS ${words} ${words_generator}
    COMMENT "Making the sentences"
    VERBATIM)
  add_custom_command(
    OUTPUT ${output}/samples.h
    COMMAND ${Python3_EXECUTABLE} ${samples_generator} ${output}/samples.h ${samples}
    DEPENDS ${samples} ${samples_generator}
    VERBATIM)
  add_custom_target(${target}_words DEPENDS ${output}/word_ids.h ${output}/words_en.h ${output}/samples.h)
  add_dependencies(${target} ${target}_words)
  target_include_directories(${target} PUBLIC ${include_folder})
endfunction()
