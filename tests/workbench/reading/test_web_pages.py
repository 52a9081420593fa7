import pytest

from workbench.model import ZoneRole
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import Parsed

PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour bridge to close | The Morwell Courier</title>
<meta property="og:site_name" content="The Morwell Courier">
<meta property="og:title" content="Harbour bridge to close"><meta name="author" content="Ann Peel">
<link rel="canonical" href="https://courier.example/news/bridge">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-14T06:30:00Z"}</script>
</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<header><h1>Harbour bridge to close</h1></header>
<main><article>
<figure><img src="x.jpg"><figcaption>The bridge at dusk. Photo: Tom Reed</figcaption></figure>
<p>The harbour bridge will close for <a href="https://council.example/notice.pdf">eleven <b>weeks</b></a>
from April, the council said on Tuesday, after engineers found cracks in two of its piers.</p>
<p>“We have no choice,” the chief engineer, Maria Lund, wrote in a letter to residents that was
<a href="/letter">published on the council website</a>. The repairs will cost four million pounds.</p>
<h2>Ferries to run</h2>
<figure><img src="y.jpg">
<figcaption>A ferry leaves <a href="https://port.example/">the quay</a>.</figcaption></figure>
<p>Two ferries will run every twenty minutes, according to the port authority, which denied that fares
would rise.<br>Buses will be <a href="javascript:alert(1)">diverted</a>.</p>
<ul><li>First ferry at six in the morning</li><li>Last ferry at midnight</li></ul>
<p>Sign up for our newsletter</p>
<p>The bridge, built in 1931, carries nine thousand vehicles each day and was last repaired in 1988.</p>
</article>
<aside><h3>Related articles</h3><figure><figcaption>Mayor leaves</figcaption></figure></aside></main>
<footer>© 2026 The Morwell Courier</footer></body></html>"""


@pytest.fixture(scope="module")
def page() -> Parsed:
    return parse(PAGE.encode(), "bridge.html")


def stretches(parsed: Parsed, role: ZoneRole) -> list[str]:
    return [zone.span.of(parsed.text) for zone in parsed.zones if zone.role is role]


def test_what_the_page_says_about_itself_is_found(page: Parsed) -> None:
    about = page.about
    assert (about.title, about.byline) == ("Harbour bridge to close", "Ann Peel")
    assert (about.outlet, about.language) == ("The Morwell Courier", "en")
    assert (about.published, about.url) == ("2026-03-14T06:30:00Z", "https://courier.example/news/bridge")


def test_links_keep_their_anchor_text_and_become_absolute(page: Parsed) -> None:
    assert [(link.span.of(page.text), link.url) for link in page.links] == [
        ("eleven weeks", "https://council.example/notice.pdf"),
        ("published on the council website", "https://courier.example/letter"),
        ("the quay", "https://port.example/"),
    ]


def test_captions_stand_where_the_pictures_did(page: Parsed) -> None:
    captions = ["The bridge at dusk. Photo: Tom Reed", "A ferry leaves the quay."]
    assert stretches(page, ZoneRole.CAPTION) == captions
    order = [
        page.text.index(words)
        for words in ("bridge to", "at dusk", "will close", "Ferries", "A ferry", "Two")
    ]
    assert order == sorted(order)


def test_headings_are_marked_and_the_headline_comes_first(page: Parsed) -> None:
    assert stretches(page, ZoneRole.HEADING) == ["Harbour bridge to close", "Ferries to run"]
    assert page.text.startswith("Harbour bridge to close\n\n")


def test_navigation_is_left_out_and_boilerplate_left_in_is_marked(page: Parsed) -> None:
    assert not any(words in page.text for words in ("Home", "Mayor leaves", "©"))
    assert stretches(page, ZoneRole.FURNITURE) == ["Sign up for our newsletter"]


def test_list_items_and_broken_lines_stand_on_lines_of_their_own(page: Parsed) -> None:
    assert (
        "would rise.\nBuses will be diverted.\n\nFirst ferry at six in the morning\nLast ferry" in page.text
    )


def test_the_declared_encoding_of_an_old_page_is_used() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Lund", "Lündström")
    data = page.replace("“", '"').replace("”", '"').encode("latin-1")
    assert "Maria Lündström" in parse(data, "old.html").text


def test_pictures_held_in_the_page_do_not_slow_it_down() -> None:
    heavy = PAGE.replace("x.jpg", "data:image/png;base64," + "A" * 12_000_000)
    assert "nine thousand vehicles" in parse(heavy.encode(), "saved.html").text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", Refusal.NO_ARTICLE),
        ("<html><head><title>x</title></head></html>", Refusal.NO_ARTICLE),
        (PAGE[:1500], Refusal.TRUNCATED),
        (PAGE[: PAGE.index("Two ferries")], Refusal.TRUNCATED),
    ],
)
def test_a_page_without_article_or_end_is_refused(source: str, reason: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        parse(source.encode(), "page.html")
    assert refused.value.reason is reason


def test_a_page_called_txt_is_read_as_a_page() -> None:
    assert "<p>" not in parse(PAGE.encode(), "bridge.txt").text


OLD_PAGE = """<html><head><meta property="og:title" content="Bridge closes"></head><body>
<div class="teasers"><div class="wp-caption"><p class="wp-caption-text">A teaser of the day</p></div></div>
<div class="content"><h1>Bridge closes</h1>
<div class="wp-caption"><p class="wp-caption-text">The bridge from the east. (Tom Reed)</p></div>
<div class="entry-content">
<p>The harbour bridge will close for eleven weeks from April, the council said on Tuesday in a letter.</p>
<div class="wp-caption"><p class="wp-caption-text">Cracks in the second pier.</p></div>
<p>The chief engineer told reporters that nobody had been in danger and that ferries would run instead.</p>
</div></div></body></html>"""


def test_captions_of_older_pages_are_known_by_their_class_and_the_lead_picture_counts() -> None:
    page = parse(OLD_PAGE.encode(), "old.html")
    captions = ["The bridge from the east. (Tom Reed)", "Cracks in the second pier."]
    assert stretches(page, ZoneRole.CAPTION) == captions
    assert [page.text.count(words) for words in captions] == [1, 1]
    assert "teaser" not in page.text


@pytest.mark.parametrize(
    ("stated", "published"),
    [("2025", "2025"), ("2025-02", "2025-02"), ("2025-02-30", "2025-02"), ("2025-02-01", "2025-02-01")],
)
def test_a_date_is_as_exact_as_the_page_states_it(stated: str, published: str) -> None:
    known = f'<meta property="article:published_time" content="{stated}">'
    page = PAGE.replace("</head>", f"{known}</head>").replace("2026-03-14T06:30:00Z", "")
    page = page.replace("© 2026 ", "")
    assert parse(page.encode(), "bridge.html").about.published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [("In October 2026 it was 4.6 percent.", None), ("Printed on 1 January 2026.", "2026-01-01")],
)
def test_a_year_in_the_text_is_not_taken_for_new_years_day(line: str, published: str | None) -> None:
    text = f"<p>{line}</p><p>The bureau counted the people out of work in the district once more.</p>"
    page = f"<html><body><article><h1>Out of work</h1>{text}</article></body></html>"
    assert parse(page.encode(), "bureau.html").about.published == published
