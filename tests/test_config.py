"""Whatever stands in the config file, the app starts, and says what of it does not hold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.config import MOST_BYTES, Config, find_config, read_config
from habits.errors import RefusedError
from habits.text import one_line
from tests.cli.program import as_one_whom_modes_bind
from tests.hostile import each_hostile
from tests.store.strategies import few

USUAL = Config(theme="rapport-dark", mouse=True, keys={}, troubles=())
MEND = "Mend it or take it away; until then everything is as without it."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A config file that is not there yet."""
    return tmp_path / "config.toml"


def said(path: Path, text: str) -> Config:
    """Return what a file with this text says."""
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_the_file_is_in_the_platforms_folder_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/somewhere")
    usual = find_config({})
    assert usual.parts[-2:] == ("rapport", "config.toml")


def test_the_environment_may_name_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert find_config({"RAPPORT_CONFIG": "/one.toml"}) == Path("/one.toml")
    assert find_config({"RAPPORT_CONFIG": "~/one.toml"}) == Path.home() / "one.toml"
    assert find_config({"RAPPORT_CONFIG": "one.toml"}) == Path("/one.toml")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (" ", "RAPPORT_CONFIG is empty. Name a file, or leave it out to use the usual one."),
        ("~no-such-user/x", "RAPPORT_CONFIG '~no-such-user/x' names a user who has no home. "),
    ],
)
def test_a_name_that_is_no_path_is_refused_with_a_way_on(name: str, message: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        find_config({"RAPPORT_CONFIG": name})
    assert str(refusal.value).startswith(message)


def test_without_a_file_everything_is_as_usual_and_nothing_is_parsed(path: Path) -> None:
    assert read_config(path) == read_config(path / "below") == USUAL
    code = (
        "import sys; from pathlib import Path; from habits.config import read_config; "
        f"read_config(Path({str(path)!r})); print('tomllib' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_a_full_file_is_taken_at_its_word(path: Path) -> None:
    config = said(
        path,
        """
        theme = "nord"
        mouse = false
        [keys]
        undo = "z"
        quit = ["Q", "ctrl+x"]
        log.bare = "b"
        "help.leave" = ["escape"]
        """,
    )
    assert config == Config(
        "nord",
        mouse=False,
        keys={
            "undo": ("z",),
            "quit": ("Q", "ctrl+x"),
            "log.bare": ("b",),
            "help.leave": ("escape",),
        },
    )


def test_an_empty_file_and_one_with_a_byte_order_mark_are_files(path: Path) -> None:
    assert said(path, "") == USUAL
    assert said(path, '\ufefftheme = "nord"') == Config("nord")


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("thme = 'x'", "config: there is no setting 'thme'. Did you mean theme?"),
        ("colour = 1", "config: there is no setting 'colour'. There are theme, mouse and keys."),
        (
            "theme = 5",
            (
                "config: theme is left out. It is to be the name of a theme in quotes, such as "
                '"rapport-light".'
            ),
        ),
        ("theme = ' '", "config: theme is left out. It is to be the name of a theme in quotes, "),
        ("mouse = 'on'", "config: mouse is left out. It is to be true or false."),
        ("mouse = 0", "config: mouse is left out. It is to be true or false."),
        (
            "keys = 'x'",
            "config: keys is left out. It is to be a table that begins with the line [keys].",
        ),
        (
            "keys.undo = 5",
            (
                "config: keys.undo is left out. It is to be a key or a list of keys, such as "
                '"z" or ["z", "f2"].'
            ),
        ),
        ("keys.undo = []", "config: keys.undo is left out. "),
        ("keys.undo = ['z', 5]", "config: keys.undo is left out. "),
        ("keys.undo = ''", "config: keys.undo is left out. "),
        ("keys.a.b.c.d = 'z'", "config: keys.a.b.c is left out. "),
        ("keys.undo = 2026-11-22", "config: keys.undo is left out. "),
    ],
)
def test_what_does_not_hold_is_told_and_the_rest_holds(path: Path, text: str, trouble: str) -> None:
    config = said(path, f"{text}\nkeys.redo = 'y'" if "keys = " not in text else text)
    (line,) = config.troubles
    assert line.startswith(trouble)
    assert (config.theme, config.mouse) == (USUAL.theme, USUAL.mouse)
    assert config.keys == ({} if "keys = " in text else {"redo": ("y",)})


def test_several_troubles_are_all_told(path: Path) -> None:
    config = said(path, "b = 1\na = 1\nmouse = 1\ntheme = 1")
    assert [line.split(".")[0] for line in config.troubles] == [
        "config: there is no setting 'a'",
        "config: there is no setting 'b'",
        "config: theme is left out",
        "config: mouse is left out",
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"theme =", "is no TOML: "),
        (b"a = 1\na = 2", "is no TOML: "),
        (b"a = " + b"9" * 5000, "is no TOML: "),
        (b"theme = '\xff\xfe'", "is not in UTF-8."),
        (b"\0" * 100, "is no TOML: "),
        (b"a = " + b"[" * 30_000, "is nested too deep."),
        (b"#" * (MOST_BYTES + 1), "is larger than 64 KiB."),
    ],
    ids=["no value", "twice", "number", "bytes", "zeros", "depth", "size"],
)
def test_a_file_that_cannot_be_understood_is_one_line(
    path: Path, content: bytes, what: str
) -> None:
    path.write_bytes(content)
    config = read_config(path)
    (line,) = config.troubles
    assert line.startswith("The config file '")
    assert f"config.toml' {what}" in line
    assert line.endswith(f". {MEND}")
    assert (config.theme, config.mouse, config.keys) == (USUAL.theme, USUAL.mouse, USUAL.keys)


def test_what_is_no_file_is_one_line_and_is_not_waited_for(path: Path) -> None:
    path.mkdir()
    pipe, loop = path / "pipe", path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for each, what in ((path, "is no file"), (pipe, "is no file"), (loop, "cannot be read: ")):
        (line,) = read_config(each).troubles
        assert f"' {what}" in line
    (line,) = read_config(Path("a\0b")).troubles
    assert line == one_line(line)


def test_a_file_that_may_not_be_read_is_one_line(path: Path) -> None:
    prefix = as_one_whom_modes_bind(path.parent)
    path.touch(0o000)
    code = (
        "from pathlib import Path; from habits.config import read_config; "
        f"print(*read_config(Path({str(path)!r})).troubles, sep='\\n')"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [*prefix, sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        f"The config file '{path}' cannot be read: Permission denied. {MEND}"
    ]


@each_hostile
def test_hostile_names_and_values_are_told_in_one_clean_line(path: Path, hostile: str) -> None:
    plain = hostile.encode("utf-8", "replace").decode().replace("\0", "")
    escaped = "".join(
        character
        if character.isprintable() and character not in '"\\'
        else f"\\U{ord(character):08x}"
        for character in plain
    )
    config = said(path, f'theme = "{escaped}"\n"{escaped}" = 1\n[keys]\n"{escaped}" = 1')
    assert config.theme == (one_line(plain) or USUAL.theme)
    assert len(config.troubles) >= 2
    assert all(line == one_line(line) for line in config.troubles)


@few
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_no_content_stops_the_app(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(content)
    assert isinstance(read_config(path), Config)
