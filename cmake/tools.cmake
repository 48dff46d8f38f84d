# What serves and tests the site, each fetched once and only when a target needs it:
#   shell_packages, test_packages   npm ci, from the lock files
#   serve_tools                     nginx -> tools.json
#   test_tools                      nginx, Chromium and fonts -> tools.json
# tools.json, in the build folder, tells the scripts where each program is and how to start it.

find_program(POSTWATCH_NODE node REQUIRED)
find_program(POSTWATCH_NPM npm REQUIRED)
set(POSTWATCH_TOOLS "${PROJECT_BINARY_DIR}/tools.json")
set(stamps "${PROJECT_BINARY_DIR}/stamps")
file(MAKE_DIRECTORY "${stamps}")

function(npm_packages target folder)
  set(stamp "${stamps}/${target}")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND "${POSTWATCH_NPM}" ci --no-fund --loglevel=error
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS "${folder}/package.json" "${folder}/package-lock.json"
    WORKING_DIRECTORY "${folder}" COMMENT "npm packages of ${folder}" VERBATIM)
  add_custom_target(${target} DEPENDS "${stamp}")
endfunction()

# `what` is looked for on the machine, else unpacked into the cache, and entered into tools.json.
function(machine_tool what)
  file(GLOB recipes CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/setup/*.py")
  add_custom_command(OUTPUT "${stamps}/${what}"
    COMMAND "${Python3_EXECUTABLE}" -B "${PROJECT_SOURCE_DIR}/cmake/setup" ${what} --into "${POSTWATCH_TOOLS}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamps}/${what}"
    DEPENDS ${recipes} ${ARGN} USES_TERMINAL COMMENT "Finding ${what}" VERBATIM)
endfunction()

npm_packages(shell_packages "${PROJECT_SOURCE_DIR}/shell")
npm_packages(test_packages "${PROJECT_SOURCE_DIR}/tests")
machine_tool(nginx)
machine_tool(chromium "${stamps}/nginx") # one after the other: both write tools.json
add_custom_target(serve_tools DEPENDS "${stamps}/nginx")
add_custom_target(test_tools DEPENDS "${stamps}/nginx" "${stamps}/chromium")
add_dependencies(test_tools test_packages)
