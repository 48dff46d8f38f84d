# Facts as rows: src/postal/data/*.json -> constexpr tables, made by cmake/tables.py while building.

find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

# Gives `target` the include folder in which postal/generated/*.h are made, and rebuilds it when a row changes.
function(postwatch_add_tables target)
  set(data ${PROJECT_SOURCE_DIR}/src/postal/data)
  set(include_folder ${PROJECT_BINARY_DIR}/tables)
  set(output ${include_folder}/postal/generated)
  set(generator ${PROJECT_SOURCE_DIR}/cmake/tables.py)
  file(GLOB generator_parts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/tables_*.py)
  set(family_rows ${data}/other_families.json ${data}/number_words.json)
  set(family_generator ${PROJECT_SOURCE_DIR}/cmake/tables_families.py)
  add_custom_command(
    OUTPUT ${output}/family_rows.h
    COMMAND ${Python3_EXECUTABLE} -B ${family_generator} ${data} ${output}
    DEPENDS ${family_generator} ${generator} ${family_rows}
    COMMENT "Making the tables of other numbers"
    VERBATIM)
  add_custom_target(${target}_family_tables DEPENDS ${output}/family_rows.h)
  add_dependencies(${target} ${target}_family_tables)
  set(headers)
  foreach(name stages stage_rows number_rows operator_rows official_post_rows
          silence_clocks silence_rows territory_rows advice_rules advice_rows place_rows enquiry_subjects enquiry_rows)
    list(APPEND headers ${output}/${name}.h)
  endforeach()
  set(rows)
  foreach(name events service_indicators countries operators other_channels silence territories advice country_places enquiry)
    list(APPEND rows ${data}/${name}.json)
  endforeach()
  add_custom_command(
    OUTPUT ${headers}
    COMMAND ${Python3_EXECUTABLE} -B ${generator} ${data} ${output}
    DEPENDS ${generator} ${generator_parts} ${rows}
    COMMENT "Making the postal tables"
    VERBATIM)
  set(message_generator ${PROJECT_SOURCE_DIR}/cmake/tables_messages.py)
  set(message_headers)
  foreach(name suffix_rows character_rows brand_rows message_cues cue_rows)
    list(APPEND message_headers ${output}/${name}.h)
  endforeach()
  set(rows)
  foreach(name public_suffixes link_shorteners host_characters confusables official_domains operators message_cues)
    list(APPEND rows ${data}/${name}.json)
  endforeach()
  add_custom_command(
    OUTPUT ${message_headers}
    COMMAND ${Python3_EXECUTABLE} -B ${message_generator} ${data} ${output}
    DEPENDS ${message_generator} ${generator} ${rows}
    COMMENT "Making the tables for links and messages"
    VERBATIM)
  # A target of their own, so that everything linking `target` waits for the headers too.
  add_custom_target(${target}_tables DEPENDS ${headers} ${message_headers})
  add_dependencies(${target} ${target}_tables)
  target_include_directories(${target} PUBLIC ${include_folder})
endfunction()
