"""What a person sees during a set-up: progress on stderr as it happens, and refusals in plain words."""
import subprocess
import sys
import time
from pathlib import Path

_REPORT_EVERY_SECONDS = 2


class Refusal(Exception):
    """The set-up cannot go on. The text says what was missing and what to do about it."""


def say(text):
    print(f"[set-up] {text}", file=sys.stderr, flush=True)


def output_of(*command):
    """The command's stdout; a Refusal with its last words when it fails or does not exist."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    except FileNotFoundError:
        raise Refusal(f"The program {command[0]} is missing on this machine.") from None
    if done.returncode != 0:
        raise Refusal(f"{command[0]} failed: {_last_words(done.stderr or done.stdout)}")
    return done.stdout


def watch(command, log, progress, environment=None):
    """Runs a long command with its output in the file `log`, saying progress() whenever it has changed.

    Returns the exit code; the caller judges it and may quote last_words(log).
    """
    said = None
    with open(log, "wb") as sink:
        running = subprocess.Popen([str(part) for part in command], stdout=sink, stderr=sink,
                                   stdin=subprocess.DEVNULL, env=environment)
        try:
            last = time.monotonic()
            while True:
                try:
                    return running.wait(timeout=0.2)
                except subprocess.TimeoutExpired:
                    if time.monotonic() - last < _REPORT_EVERY_SECONDS:
                        continue
                last = time.monotonic()
                now = progress()
                if now and now != said:
                    say(now)
                    said = now
        finally:
            if running.poll() is None:
                running.terminate()
                running.wait()


def last_words(log):
    return _last_words(Path(log).read_text(errors="replace"))


def _last_words(text):
    lines = [line for line in text.splitlines() if line.strip()]
    faults = [line for line in lines if line.startswith(("E:", "error", "Error"))]
    return "\n    " + "\n    ".join((faults or lines)[-6:])
