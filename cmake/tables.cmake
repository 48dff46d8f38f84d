# Facts as rows: src/postal/data/*.json -> constexpr tables, made by cmake/tables.py while building.

find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

# Gives `target` the include folder in which postal/generated/*.h are made, and rebuilds it when a row changes.
function(postwatch_add_tables target)
  set(data ${PROJECT_SOURCE_DIR}/src/postal/data)
  set(include_folder ${PROJECT_BINARY_DIR}/tables)
  set(output ${include_folder}/postal/generated)
  set(generator ${PROJECT_SOURCE_DIR}/cmake/tables.py)
  file(GLOB generator_parts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/tables_*.py)
  set(headers)
  foreach(name stages stage_rows number_rows operator_rows
          silence_clocks silence_rows territory_rows advice_rules advice_rows)
    list(APPEND headers ${output}/${name}.h)
  endforeach()
  set(rows)
  foreach(name events service_indicators countries operators other_channels silence territories advice)
    list(APPEND rows ${data}/${name}.json)
  endforeach()
  add_custom_command(
    OUTPUT ${headers}
    COMMAND ${Python3_EXECUTABLE} -B ${generator} ${data} ${output}
    DEPENDS ${generator} ${generator_parts} ${rows}
    COMMENT "Making the postal tables"
    VERBATIM)
  # A target of their own, so that everything linking `target` waits for the headers too.
  add_custom_target(${target}_tables DEPENDS ${headers})
  add_dependencies(${target} ${target}_tables)
  target_include_directories(${target} PUBLIC ${include_folder})
endfunction()
