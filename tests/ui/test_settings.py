from pathlib import Path

import pytest

from ui.settings import RECENT, Place, Settings, load_settings, save_settings


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    settings = Settings("Ada", "dark", 22, shortcuts={"mark": ["F2"]})
    settings.opened(tmp_path / "a.twosource")
    settings.place(tmp_path / "a.twosource").claim = "c1"
    save_settings(settings, path)
    assert load_settings(path) == settings


@pytest.mark.parametrize("content", ["", "{", "[]", '{"checker": 3, "recent": "x", "places": [1]}', "\x00"])
def test_damaged_settings_are_as_if_new(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert load_settings(path) == Settings()


def test_missing_settings_are_as_if_new(tmp_path):
    assert load_settings(tmp_path / "none.json") == Settings()


def test_a_place_with_a_wrong_value_keeps_the_others(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"places": {"/x": {"claim": "c", "scroll": "far"}}}')
    assert load_settings(path).places == {"/x": Place(claim="c")}


def test_a_disk_that_refuses_is_no_failure(tmp_path):
    (tmp_path / "file").write_text("")
    save_settings(Settings(), tmp_path / "file" / "settings.json")


def test_the_case_opened_last_comes_first_and_old_ones_drop_out(tmp_path):
    settings = Settings()
    for number in range(RECENT + 2):
        settings.opened(tmp_path / f"{number}.twosource")
    settings.opened(tmp_path / "5.twosource")
    assert Path(settings.recent[0]).name == "5.twosource"
    assert len(settings.recent) == RECENT
    assert settings.last_case is None


def test_text_sizes_go_step_by_step_and_stop_at_the_ends():
    settings = Settings()
    assert settings.resize_text(1) == 20
    assert settings.resize_text(-100) == 14
    assert settings.resize_text(100) == 32
