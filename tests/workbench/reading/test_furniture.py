import pytest

from workbench.model import ZoneRole
from workbench.reading.furniture import furniture, is_furniture
from workbench.reading.parsing import finished
from workbench.reading.plain import read_plain

FURNITURE = [
    "Read More About: Regional News",
    "Read more: Harbour bridge to close for eleven weeks",
    "Read more: U.S. engineers to inspect the bridge",
    "Related: Will the ferries run?",
    "READ ALSO: Ferry fares to double",
    "Lire aussi : Le pont fermé pendant onze semaines",
    "Lesen Sie auch: Brücke gesperrt",
    "Exit mobile version",
    "Advertisement",
    "- Advertisement -",
    "Story continues below advertisement",
    "Subscribe",
    "Subscribe to our newsletter",
    "Subscribe now to keep reading",
    "Sign up for our daily newsletter!",
    "Sign up for the Morning Edition newsletter",
    "Get the latest news delivered straight to your inbox.",
    "Share this article",
    "Share on Facebook",
    "Share",
    "Share on Facebook Tweet WhatsApp",
    "Enter your email address",
    "Facebook Twitter WhatsApp Email",
    "Follow us on Instagram",
    "Follow Ann Peel on Twitter @annpeel",
    "Click here to read the whole report",
    "Click here for more photos",
    "We use cookies to give you the best experience on our website.",
    "Accept all cookies",
    "Privacy Policy",
    "© 2024 The Morwell Courier",
    "Copyright 2024 Morwell Media Ltd. All rights reserved.",
    "12 Comments",
    "Leave a comment",
    "Comments (3)",
    "1,204 shares",
    "5 min read",
    "Skip to content",
    "Back to top",
    "Home > World > Africa",
    "Tags: bridge, council, ferries",
    "Most read",
    "Related articles",
]
SENTENCES = [
    "Read more books, the minister told the pupils of the harbour school.",
    "Subscribe to that view and you must accept its price, he wrote.",
    "Subscribers wanted to keep reading him after the war, the letters show.",
    "Share prices fell by nine per cent after the letter became known.",
    "Follow us, the guide shouted, and forty people ran for the quay.",
    "More than fifty flights were counted over the border this year.",
    "Related: that is the word the court used for both firms, and it matters.",
    "Home is where she wants to go, her lawyer said on Tuesday.",
    "Comments by the president angered the council.",
    "Copyright law was changed in 1988, the court said.",
    "Advertising revenue fell by a third.",
    "Next week the council will vote.",
    "We use cookie cutters, said the baker.",
    "No comment.",
    "Twitter and Facebook removed the film within the hour.",
    "Photos of the bridge were taken on Friday.",
    "Search teams found the boat.",
    "Print is dead, he said.",
    "Click. That was the sound the witness remembered.",
    "Sign of the times: the last ferry left without a passenger.",
    "Menu prices rose by 12 percent.",
    "Tap water in the old town is safe again, the utility said.",
    "Topics included the budget. The mayor left early.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_furniture_is_recognised(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_never_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert not furniture(f"{line}\n\nThe council did not answer questions.")


@pytest.mark.parametrize(
    "note",
    ["(More details)", "(Read more)", "[Click here for more]", "(read also: Ferry fares double)", "(Video)"],
)
def test_a_note_in_brackets_is_marked_within_its_sentence(note: str) -> None:
    text = f"The last ferry left on Monday. {note} Nobody was hurt."
    assert [span.of(text) for span in furniture(text)] == [note]


@pytest.mark.parametrize(
    "words",
    [
        "(more than fifty)",
        "(details of the plan were not given)",
        "(Reuters)",
        "(the ad ran twice)",
        "(2024)",
    ],
)
def test_words_in_brackets_that_inform_stay(words: str) -> None:
    assert not furniture(f"The ferries carried forty people {words} on Monday.")


HEADLINE = "Harbour bridge to close for eleven weeks after cracks are found"
LEAD = "The harbour bridge will close for eleven weeks from April, the council said on Tuesday."


@pytest.mark.parametrize(
    "navigation",
    [
        "Home Local Harbour bridge to close for eleven weeks...",
        "Home Local Harbour bridge to close for eleven weeks after…",
        f"Home Local {HEADLINE}",
    ],
)
def test_navigation_that_ends_in_the_headline_is_marked_and_the_headline_is_not(navigation: str) -> None:
    parsed = finished(read_plain(f"{navigation}\n\n{HEADLINE}\n\n{LEAD}"))
    roles = {zone.span.of(parsed.text): zone.role for zone in parsed.zones}
    assert roles == {navigation: ZoneRole.FURNITURE, HEADLINE: ZoneRole.HEADING}
    assert parsed.about.title == HEADLINE


def test_a_lead_that_repeats_the_headline_is_no_navigation() -> None:
    assert not furniture(f"{HEADLINE}\n\n{HEADLINE}, the council said.\n\n{LEAD}")


def test_headlines_listed_under_related_articles_are_marked_up_to_the_next_sentence() -> None:
    links = ["Related articles", "Mayor resigns over ferry deal", "Quay wall to be rebuilt"]
    text = "\n".join([LEAD, *links, "The repairs will cost four million, a letter to residents says."])
    assert [span.of(text) for span in furniture(text)] == links


def test_a_share_bar_broken_over_lines_is_marked_and_a_single_name_is_not() -> None:
    text = f"{LEAD}\nFacebook\nTwitter\nWhatsApp\n{LEAD}\nFacebook\n{LEAD}"
    assert [span.of(text) for span in furniture(text)] == ["Facebook", "Twitter", "WhatsApp"]


def test_marking_is_quick_on_a_text_made_to_slow_it_down() -> None:
    assert len(furniture("(" * 20_000 + "home > " * 20_000)) == 0
