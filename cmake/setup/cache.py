"""The per-user cache: one folder per recipe, filled once, shared by all clones of the project."""
import contextlib
import fcntl
import hashlib
import os
import shutil
from pathlib import Path

from report import Refusal, say


def root():
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(base).expanduser().resolve() / "postwatch"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refusal(f"The cache folder {folder} cannot be made ({fault.strerror}). "
                      "Set XDG_CACHE_HOME to a folder you may write to.") from None
    return folder


@contextlib.contextmanager
def locked(path, what):
    """Holds the lock file `path`; a second set-up waits and says so. The system drops the lock with the process."""
    with open(path, "w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"another set-up is at work on {what}; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def provide(name, recipe, megabytes, fill):
    """The folder of the recipe, filled by fill(folder) unless an earlier run finished it.

    `recipe` is everything that decides the content; its hash is part of the folder's name. The stamp `ready`
    is written last: a folder without it was interrupted and is emptied first. What apt had downloaded by then
    lies in a folder of its own (see downloads) and is used again.
    """
    folder = root() / f"{name}-{hashlib.sha256(repr(recipe).encode()).hexdigest()[:12]}"
    stamp = folder / "ready"
    if stamp.exists():
        return folder
    with locked(folder.with_name(folder.name + ".lock"), name):
        if stamp.exists():
            return folder
        if folder.exists():
            say(f"{name}: the last set-up was not finished; starting again")
            shutil.rmtree(folder)
        _demand_room(name, megabytes)
        folder.mkdir()
        fill(folder)
        stamp.touch()
        shutil.rmtree(downloads(folder), ignore_errors=True)
    return folder


def downloads(folder):
    """Where packages for `folder` are downloaded to: beside it, so that an interruption keeps them."""
    return folder.with_name(folder.name + ".downloads")


def _demand_room(name, megabytes):
    free = shutil.disk_usage(root()).free // 1_000_000
    if free < megabytes:
        raise Refusal(f"{name} needs {megabytes} MB in {root()}, and only {free} MB are free. "
                      "Free some space, or set XDG_CACHE_HOME to a folder on a larger disk.")
