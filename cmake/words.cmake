# The sentences of src/app/words and the samples of shell/serve, as tables the program is built with.
function(postwatch_add_words target)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/generated)
  set(words ${PROJECT_SOURCE_DIR}/src/app/words/en.json)
  set(samples ${PROJECT_SOURCE_DIR}/shell/serve/samples.json)
  file(MAKE_DIRECTORY ${out}/app/generated)
  add_custom_command(
    OUTPUT ${out}/app/generated/word_ids.h ${out}/app/generated/words_en.h
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/words.py
            ${out}/app/generated/word_ids.h ${out}/app/generated/words_en.h ${words}
    DEPENDS ${words} ${PROJECT_SOURCE_DIR}/cmake/words.py VERBATIM)
  add_custom_command(
    OUTPUT ${out}/app/generated/samples.h
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/samples.py ${out}/app/generated/samples.h ${samples}
    DEPENDS ${samples} ${PROJECT_SOURCE_DIR}/cmake/samples.py VERBATIM)
  target_sources(${target} PRIVATE ${out}/app/generated/word_ids.h ${out}/app/generated/words_en.h
                                   ${out}/app/generated/samples.h)
  target_include_directories(${target} PUBLIC ${out})
endfunction()
