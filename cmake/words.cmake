# The sentences of src/app/words and the samples of shell/serve: what the program is built with, and a text for each
# language, which the page fetches.

find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

set(POSTWATCH_WORDS ${PROJECT_BINARY_DIR}/words/app/generated) # words.<language>.txt and headers

# Gives `target` the include folder in which app/generated/*.h are made, and rebuilds them when a sentence changes.
function(postwatch_add_words target)
  set(samples ${PROJECT_SOURCE_DIR}/shell/serve/samples.json)
  set(words_generator ${PROJECT_SOURCE_DIR}/cmake/words.py)
  set(samples_generator ${PROJECT_SOURCE_DIR}/cmake/samples.py)
  file(MAKE_DIRECTORY ${POSTWATCH_WORDS})
  file(GLOB languages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/app/words/*.json)
  set(first ${PROJECT_SOURCE_DIR}/src/app/words/en.json) # it says which sentences there are
  list(REMOVE_ITEM languages ${first})
  list(PREPEND languages ${first})
  set(made word_ids.h languages.h word_texts.h)
  foreach(language IN LISTS languages)
    cmake_path(GET language STEM tag)
    list(APPEND made words.${tag}.txt)
  endforeach()
  list(TRANSFORM made PREPEND ${POSTWATCH_WORDS}/)
  add_custom_command(
    OUTPUT ${made}
    COMMAND ${Python3_EXECUTABLE} ${words_generator} ${POSTWATCH_WORDS} ${languages}
    DEPENDS ${languages} ${words_generator}
    COMMENT "Making the sentences"
    VERBATIM)
  set(document_generator ${PROJECT_SOURCE_DIR}/cmake/document_words.py)
  set(advice ${PROJECT_SOURCE_DIR}/src/postal/data/advice.json)
  list(TRANSFORM languages REPLACE "/words/" "/words/enquiry/" OUTPUT_VARIABLE document_languages)
  set(document_made enquiry_word_ids.h enquiry_word_texts.h)
  list(TRANSFORM document_made PREPEND ${POSTWATCH_WORDS}/)
  add_custom_command(
    OUTPUT ${document_made}
    COMMAND ${Python3_EXECUTABLE} -B ${document_generator} ${POSTWATCH_WORDS} ${advice} ${document_languages}
    DEPENDS ${languages} ${document_languages} ${advice} ${document_generator} ${words_generator}
    COMMENT "Making the sentences of documents"
    VERBATIM)
  add_custom_command(
    OUTPUT ${POSTWATCH_WORDS}/samples.h
    COMMAND ${Python3_EXECUTABLE} ${samples_generator} ${POSTWATCH_WORDS}/samples.h ${samples}
    DEPENDS ${samples} ${samples_generator}
    VERBATIM)
  add_custom_target(${target}_words DEPENDS ${made} ${document_made} ${POSTWATCH_WORDS}/samples.h)
  add_dependencies(${target} ${target}_words)
  target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR}/words)
endfunction()
