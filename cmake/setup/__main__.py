"""python3 cmake/setup <what>: provides one thing and prints where it is as the last line of stdout.

  emscripten   <folder of emcc>;<folder of the whole SDK>
  libraries    <folder with imgui/, nlohmann/, doctest/>
  record       writes the versions and hashes the archive has now into cmake/pins.json
"""
import sys

if sys.version_info < (3, 10):
    sys.exit("[set-up] Python 3.10 or newer is needed; this is " + sys.version.split()[0] + ".")

import emscripten
import libraries
import record
from report import Refusal, say


def main(arguments):
    match arguments:
        case ["emscripten"]:
            print(";".join(map(str, emscripten.provide())))
        case ["libraries"]:
            print(libraries.provide())
        case ["record"]:
            record.all_groups()
        case _:
            sys.exit(__doc__)


try:
    main(sys.argv[1:])
except Refusal as refusal:
    say(f"STOPPED: {refusal}")
    sys.exit(1)
except KeyboardInterrupt:
    say("interrupted; the same command starts again where it can")
    sys.exit(130)
