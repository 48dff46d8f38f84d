# The outline of the land behind the picture of the way: src/view/data/land_outline.json -> a constexpr table.

find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

# Gives `target` the include folder in which view/generated/land_outline.h is made.
function(postwatch_add_land target)
  set(header ${PROJECT_BINARY_DIR}/land/view/generated/land_outline.h)
  set(outline ${PROJECT_SOURCE_DIR}/src/view/data/land_outline.json)
  set(generator ${PROJECT_SOURCE_DIR}/cmake/land.py)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${Python3_EXECUTABLE} -B ${generator} ${header} ${outline}
    DEPENDS ${generator} ${outline}
    COMMENT "Making the outline of the land"
    VERBATIM)
  add_custom_target(${target}_land DEPENDS ${header})
  add_dependencies(${target} ${target}_land)
  target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR}/land)
endfunction()
