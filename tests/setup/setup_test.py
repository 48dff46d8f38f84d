"""The set-up's promises that need no network: what an interruption, a second set-up or another version leads to."""
import contextlib
import io
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "cmake" / "setup"))

import apt
import cache
import pins
from report import Refusal


def fill_and_count(folder):
    with open(folder.parent / "fills", "a") as file:
        file.write("x")
    (folder / "content").write_text("whole")


def provide():
    return cache.provide("thing", "recipe", 0, fill_and_count)


class Cache(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.enterContext(mock.patch.dict(os.environ, {"XDG_CACHE_HOME": scratch.name}))
        self.said = self.enterContext(contextlib.redirect_stderr(io.StringIO()))

    if not hasattr(unittest.TestCase, "enterContext"):  # Python 3.10
        def enterContext(self, manager):
            result = manager.__enter__()
            self.addCleanup(manager.__exit__, None, None, None)
            return result

    def fills(self):
        return len((cache.root() / "fills").read_text())

    def test_a_finished_folder_is_not_filled_again(self):
        self.assertEqual(provide(), provide())
        self.assertEqual(self.fills(), 1)

    def test_another_recipe_has_another_folder(self):
        self.assertNotEqual(provide(), cache.provide("thing", "another recipe", 0, fill_and_count))

    def test_what_an_interrupted_set_up_left_is_emptied_and_filled_again(self):
        def interrupted(folder):
            (folder / "half").touch()
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            cache.provide("thing", "recipe", 0, interrupted)
        folder = provide()
        self.assertFalse((folder / "half").exists())
        self.assertEqual((folder / "content").read_text(), "whole")

    def test_what_had_been_downloaded_before_an_interruption_is_kept_until_the_end(self):
        def interrupted(folder):
            cache.downloads(folder).mkdir()
            (cache.downloads(folder) / "package.deb").touch()
            raise KeyboardInterrupt

        def go_on(folder):
            self.assertTrue((cache.downloads(folder) / "package.deb").exists())

        with self.assertRaises(KeyboardInterrupt):
            cache.provide("thing", "recipe", 0, interrupted)
        folder = cache.provide("thing", "recipe", 0, go_on)
        self.assertFalse(cache.downloads(folder).exists())

    def test_a_second_set_up_waits_for_the_first_and_uses_what_it_made(self):
        seconds = []

        def fill_while_a_second_starts(folder):
            second = subprocess.Popen([sys.executable, "-B", __file__, "provide"], stderr=subprocess.PIPE, text=True)
            seconds.append(second)
            self.assertIn("waiting for it", second.stderr.readline())
            fill_and_count(folder)

        cache.provide("thing", "recipe", 0, fill_while_a_second_starts)
        seconds[0].communicate()
        self.assertEqual(seconds[0].returncode, 0)
        self.assertEqual(self.fills(), 1)

    def test_a_full_disk_is_refused_before_anything_is_downloaded(self):
        with self.assertRaisesRegex(Refusal, "needs .* MB .*Free some space, or set XDG_CACHE_HOME"):
            cache.provide("thing", "recipe", 10**12, fill_and_count)

    def test_a_cache_that_cannot_be_written_names_the_variable_to_set(self):
        with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": "/dev/null"}):
            with self.assertRaisesRegex(Refusal, "Set XDG_CACHE_HOME"):
                cache.root()


class Pins(unittest.TestCase):
    recorded = {"clang": {"version": "1:21.1.8-13", "architecture": "amd64", "sha256": "aa"}}

    def compare(self, **differences):
        package = {"name": "clang", "version": "1:21.1.8-13", "architecture": "amd64", "sha256": "aa", "size": 1,
                   "file": "clang.deb"} | differences
        with contextlib.redirect_stderr(io.StringIO()) as said, mock.patch("pins.recorded", return_value=self.recorded):
            pins.compare("emscripten", [apt.Package(**package)])
        return said.getvalue()

    def test_the_recorded_version_is_used_in_silence(self):
        self.assertEqual(self.compare(), "")

    def test_a_newer_version_is_used_with_a_warning(self):
        self.assertIn("newer than those Postwatch was tried with", self.compare(version="1:22.1.0-1", sha256="bb"))

    def test_an_older_version_is_used_with_a_warning(self):
        self.assertIn("older than those Postwatch was tried with", self.compare(version="1:9.0-1", sha256="bb"))

    def test_another_content_of_the_recorded_version_is_refused(self):
        with self.assertRaisesRegex(Refusal, "another content"):
            self.compare(sha256="bb")

    def test_another_architecture_is_not_compared(self):
        self.assertEqual(self.compare(architecture="arm64", sha256="bb"), "")


if __name__ == "__main__":
    if sys.argv[1:] == ["provide"]:
        provide()
    else:
        unittest.main()
