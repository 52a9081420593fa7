"""The list of quotations, and what is shown of the one chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from ui.models.quote_rows import Quotes, quote_sign, tally_words
from ui.panels.buttons import LinkButton
from ui.panels.comparison import Comparison
from ui.panels.quote_card import wordings
from ui.panels.quotes import QuotesPanel
from workbench.quotations import Reading, check_quotations

STORY = (
    "“The lower basin was empty in August,” said Ivar Dahl. “Both pumps had failed,” said Ivar Dahl. "
    "“Nobody asked us,” said Ivar Dahl. He spoke of a “mishap”."
)
MINUTES = "Ivar Dahl: “The lower basin was empty in August.” Then: “Both valves had failed.”"


def quotes_of(session, story=STORY, minutes=MINUTES):
    checks = check_quotations(Reading("story", story), [Reading("letter", minutes, title="Minutes")])
    return Quotes(replace(session.revision("story"), text=story), checks)


@pytest.fixture
def panel(qtbot, session, look):
    panel = QuotesPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(312, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_phrases_stand_apart_and_do_not_count(panel, session) -> None:
    quotes = quotes_of(session)
    panel.show_quotes(quotes)
    assert [row.sign.word for row in panel.rows()] == ["Exact", "Altered", "Not found", "Not found"]
    assert panel.rows()[3].heading.startswith("Single words")
    assert tally_words(quotes).replace("\u00a0", " ") == "3 quotations · 1 altered · 1 not found"


def test_of_an_altered_one_both_wordings_are_shown_with_what_differs(panel, session) -> None:
    quotes = quotes_of(session)
    panel.show_quotes(quotes)
    panel.choose(1)
    assert panel.findChild(Comparison).isVisible()
    story, source = wordings(quotes.checks[1], STORY, MINUTES)
    assert [span.of(story.text) for span in story.words] == ["pumps"]
    assert [span.of(source.text) for span in source.words] == ["valves"]
    panel.choose(0)
    assert not panel.findChild(Comparison).isVisible()


def test_choosing_one_tells_where_it_stands_in_story_and_source(panel, session) -> None:
    told = []
    for signal in (panel.revealed, panel.open_passage):
        signal.connect(told.append)
    panel.show_quotes(quotes_of(session))
    panel.choose(0)
    revealed, opened = told
    assert revealed.of(STORY).startswith("The lower basin")
    assert opened.document == "letter"


def test_exact_words_in_anothers_mouth_are_not_fine(session) -> None:
    check = replace(quotes_of(session).checks[0], elsewhere=True)
    assert quote_sign(check).word == "Someone else there"


def test_each_quotation_can_be_heard(panel, session) -> None:
    panel.show_quotes(quotes_of(session))
    heard = panel.findChild(QListView).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Altered. ")
    assert "“pumps” instead of “valves”" in heard


def test_the_card_names_the_claim_and_shows_what_is_linked(qtbot, panel, session) -> None:
    story, minutes = session.revision("story").text, session.revision("letter").text
    checks = check_quotations(Reading("story", story), [Reading("letter", f"{minutes}")])
    panel.show_quotes(Quotes(session.revision("story"), checks))
    panel.choose(0)
    number = session.number("valves")
    link = next(found for found in panel.findChildren(LinkButton) if found.text().startswith("Claim"))
    assert link.text() == f"Claim {number} is about these words"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert session.current == "valves"


def test_without_quotations_it_says_so(panel) -> None:
    assert panel._empty.accessibleName().startswith("Looking up")
    panel.show_quotes(Quotes())
    assert panel._empty.accessibleName().startswith("No quotations")
