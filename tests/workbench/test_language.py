from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from workbench.language import READ_CLOSELY, Language, is_english, load
from workbench.model import Zone, ZoneRole
from workbench.text import Span

STORY = "Harbour reopens\nThe ferry to Salt Bay left on Friday, 3 March.  Captain Ida Marsh said it was late."
FRENCH = (
    "Le ferry est parti vendredi matin avec deux cents passagers à bord, a déclaré le capitaine. "
    "Les travaux du port ont coûté quatre millions et personne ne sait pourquoi ils ont duré si longtemps."
)


@pytest.fixture(scope="module")
def language() -> Language:
    return load()


def test_every_token_stands_where_it_says(language: Language) -> None:
    parsed = language.parse(STORY)
    assert all(token.span.of(STORY) == token.text for token in parsed.tokens)
    assert [token.index for token in parsed.tokens] == list(range(len(parsed.tokens)))


def test_the_parser_keeps_our_sentences(language: Language) -> None:
    parsed = language.parse(STORY)
    assert parsed.sentences[0].of(STORY) == "Harbour reopens"
    for number, span in enumerate(parsed.sentences):
        assert all(span.contains(token.span) for token in parsed.sentence_tokens(number))
        assert all(
            parsed.tokens[token.head].sentence == token.sentence for token in parsed.sentence_tokens(number)
        )


def test_names_carry_their_label(language: Language) -> None:
    names = {name.span.of(STORY): name.label for name in language.parse(STORY).names}
    assert names["Ida Marsh"] == "PERSON"


def test_furniture_is_not_read(language: Language) -> None:
    zone = Zone(Span(0, len("Harbour reopens")), ZoneRole.FURNITURE)
    parsed = language.parse(STORY, (zone,))
    assert min(token.start for token in parsed.tokens) > zone.span.end


def test_an_empty_text_parses_to_nothing(language: Language) -> None:
    parsed = language.parse("")
    assert (parsed.sentences, parsed.tokens, parsed.names) == ((), (), ())


def test_another_language_still_gives_sentences(language: Language) -> None:
    parsed = language.parse(FRENCH)
    assert len(parsed.sentences) == 2
    assert not parsed.has_grammar
    assert all(token.span.of(FRENCH) == token.text for token in parsed.tokens)


def test_english_is_recognised() -> None:
    assert is_english(STORY)
    assert is_english("Ferry sinks")
    assert not is_english(FRENCH)
    assert not is_english("橋は閉鎖された。")


def test_without_a_model_the_reader_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.language.find_spec", lambda name: None)
    language = load()
    assert language.reduced is not None
    parsed = language.parse(STORY)
    assert len(parsed.sentences) == 3
    assert parsed.tokens
    assert not parsed.has_grammar


def test_a_very_long_text_is_read_closely_only_at_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.language.find_spec", lambda name: None)
    text = "The gate is shut.\n" * (READ_CLOSELY // 18 + 50)
    parsed = load().parse(text)
    assert len(parsed.sentences) == READ_CLOSELY // 18 + 50
    assert parsed.tokens[-1].end <= READ_CLOSELY + 18
    assert len(parsed.first_tokens) == len(parsed.sentences) + 1
    assert all(one <= other for one, other in pairwise(parsed.first_tokens))


def test_importing_the_module_does_not_import_spacy() -> None:
    code = "import sys, workbench.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
