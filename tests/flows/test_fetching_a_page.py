"""A page of the web comes in when the editor asks for it, and never else."""

import socket
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from ui import command_line
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.fetch import FetchDialog
from ui.dialogs.paste import PasteDialog
from ui.fetching.allowed import FORBIDDING
from workbench.addresses import address_in
from workbench.change import Change, added
from workbench.fetching import guard
from workbench.model import Disposition, Document, Link, LinkId, Role, passage
from workbench.review import dispose
from workbench.text import Span

PAGE = (
    "<html><head><title>Wreck of the Marit</title></head><body><article><h1>Wreck of the Marit</h1>"
    + "<p>The ferry Marit sank off Halden in 1997, divers of the harbour office said on Tuesday.</p>" * 3
    + "</article></body></html>"
).encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        match self.path:
            case "/wreck":
                self.answer(200, PAGE, "text/html; charset=utf-8")
            case "/inward":
                self.send_response(302)
                self.send_header("Location", "http://10.0.0.7/status")
                self.send_header("Content-Length", "0")
                self.end_headers()
            case "/sound":
                self.answer(200, b"RIFF\x24\0\0\0WAVEfmt " + bytes(200), "audio/wav")
            case "/slow":
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", "40000000")
                self.end_headers()
                with suppress(OSError):
                    while True:
                        self.wfile.write(b"<p>And so on.</p>" * 10_000)
            case _:
                self.answer(404, b"nothing", "text/plain")

    def answer(self, status, body, kind):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site(monkeypatch):
    """The address of a server on this machine, which stands for one of the open web."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def dialog_of(window, kind):
    return next(iter(window.findChildren(kind)))


def fetch(window, url):
    window.commands("fetching").ask_for(url)
    dialog_of(window, FetchDialog).accept()


def test_a_page_comes_in_with_its_address_and_the_time_once_the_editor_has_seen_whom_it_asks(
    qtbot, checked, site, settled, press
):
    settled(checked)
    QApplication.clipboard().setText(f" {site}/wreck ")
    press(checked, "fetch_page")
    dialog = dialog_of(checked, FetchDialog)
    assert dialog.answer().url == f"{site}/wreck"
    assert "“127.0.0.1”" in dialog.words.text()
    with qtbot.waitSignal(checked.desk.fetching.fetched, timeout=20_000) as fetched:
        dialog.accept()
    settled(checked)
    session = checked.desk.session
    page = session.document(fetched.args[0])
    assert (page.title, page.url, page.role) == ("Wreck of the Marit", f"{site}/wreck", Role.SOURCE)
    assert page.accessed.endswith("Z")
    assert session.store.original(page.original) == PAGE
    assert checked.desk.source.document == page.id
    press(checked, "undo")
    assert page.id not in {item.id for item in session.documents()}


@pytest.mark.parametrize(
    ("path", "said"),
    [("/nowhere", "answered 404"), ("/inward", "private network"), ("/sound", "not a text")],
)
def test_a_page_that_cannot_be_had_is_told_in_a_sentence_and_nothing_comes_in(
    qtbot, checked, site, settled, path, said
):
    settled(checked)
    before = checked.desk.session.store.history()[-1].number
    with qtbot.waitSignal(checked.desk.fetching.refused, timeout=20_000):
        fetch(checked, site + path)
    settled(checked)
    assert said in checked.banner.sentence()
    assert checked.desk.session.store.history()[-1].number == before


def test_fetching_can_be_stopped_and_nothing_comes_in(qtbot, checked, site, settled):
    settled(checked)
    desk = checked.desk
    before = desk.session.store.history()[-1].number
    desk.checking.steps.progressed.connect(
        lambda done, total, words: desk.checking.cancel() if total > 100_000 else None
    )
    fetch(checked, f"{site}/slow")
    qtbot.waitUntil(lambda: not desk.checking.steps.busy, timeout=20_000)
    assert desk.session.store.history()[-1].number == before
    assert checked.banner.sentence() == ""


def test_what_is_no_address_cannot_be_fetched(checked):
    checked.commands("fetching").ask_for("file:///etc/passwd")
    dialog = dialog_of(checked, FetchDialog)
    assert dialog.answer() is None
    assert not dialog.button.isEnabled()
    assert "Nothing is asked" in dialog.words.text()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://news.example/a?b=1\n", "https://news.example/a?b=1"),
        ("see https://news.example", ""),
        ("ftp://news.example", ""),
        ("https://", ""),
        ("http://[", ""),
        ("password", ""),
    ],
)
def test_only_a_clipboard_that_holds_an_address_alone_is_taken_for_one(text, address):
    assert address_in(text) == address


def test_a_dropped_link_can_be_fetched_in_place_of_pasting_its_text(checked):
    mime = QMimeData()
    mime.setUrls([QUrl("https://news.example/wreck")])
    checked.documents.take_text("", mime.urls()[0].toString())
    dialog_of(checked, PasteDialog)._fetch.click()
    assert dialog_of(checked, FetchDialog).answer().url == "https://news.example/wreck"


def test_a_page_that_the_story_links_to_is_chosen_from_a_list(checked, press):
    session = checked.desk.session
    text = session.revision(session.story().id)
    url = "https://harbour.example/inquiry"
    link = Link(LinkId("inquiry"), passage(text, Span(4, 9)), url)
    session.do(Change("Add link", session.stamp(), added(link)))
    press(checked, "fetch_linked")
    dialog = dialog_of(checked, ChooseDialog)
    assert dialog.answer() == (url,)
    dialog.accept()
    assert dialog_of(checked, FetchDialog).answer().url == url


def test_a_desk_can_forbid_fetching(checked, press, monkeypatch):
    press(checked, "never_fetch")
    press(checked, "fetch_page")
    assert not checked.findChildren(FetchDialog)
    assert "never fetched" in checked.banner.sentence()
    checked.banner._answer.click()
    assert not checked.settings.never_fetch

    monkeypatch.setenv(FORBIDDING, "1")
    press(checked, "fetch_page")
    assert not checked.findChildren(FetchDialog)
    assert command_line.main(["fetch", "https://news.example/", "--out", "page.html"]) == 2


def test_an_archived_copy_has_to_be_an_address(checked):
    document = checked.desk.session.documents()[1]
    checked.documents.show_details(document.id)
    dialog = dialog_of(checked, DetailsDialog)
    dialog._archived.setText("see the archive")
    assert dialog.answer() is None
    dialog._archived.setText("https://archive.example/2026/wreck")
    dialog.accept()
    assert checked.desk.session.document(document.id).archived_url == "https://archive.example/2026/wreck"


def test_the_command_line_fetches_into_a_file_or_a_case(checked, site, tmp_path, capsys):
    path = checked.desk.store.path
    checked.close_case()
    page = tmp_path / "page.html"
    assert command_line.main(["fetch", f"{site}/wreck", "--out", str(page)]) == 0
    assert page.read_bytes() == PAGE
    assert command_line.main(["fetch", f"{site}/wreck", "--case", str(path), "--by", "Ada Lind"]) == 0
    assert "Wreck of the Marit" in capsys.readouterr().out
    assert command_line.main(["fetch", f"{site}/gone", "--out", str(tmp_path / "gone.html")]) == 2
    assert not (tmp_path / "gone.html").exists()
    assert "answered 404" in capsys.readouterr().err
    checked.open_path(path)
    assert "Wreck of the Marit" in {item.title for item in checked.desk.session.documents()}


@pytest.fixture
def offline(monkeypatch):
    """Lets nothing open a socket; notes who tried.

    urllib3, which comes with the comparison of addresses, tries at import whether the machine knows IPv6:
    it binds a local address and asks nobody. That is done before.
    """
    import_module("urllib3.util.connection")
    tried = []

    def refuse(*where, **_):
        tried.append(where)
        raise OSError("no network in this test")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "create_server"):
        monkeypatch.setattr(socket, name, refuse)
    return tried


def test_a_whole_check_asks_the_network_for_nothing(window, texts, tmp_path, settled, press, offline):
    (tmp_path / "page.html").write_text(
        '<html><body><article><p>The ferry <a href="https://news.example/marit">Marit</a> sank in 1998.</p>'
        + "<p>Its crew had been warned of the weather that night, the harbour office says.</p>" * 4
        + '<img src="https://tracker.example/pixel.gif"></article></body></html>',
        "utf-8",
    )
    window.desk.checking.import_files([*texts.values(), tmp_path / "page.html"], texts["story"])
    settled(window)
    session = window.desk.session
    assert len(session.store.all(Document)) == 4
    claim = session.claims()[0]
    session.choose(claim.id)
    session.do(dispose(claim, Disposition.CONFIRMED, session.stamp()))
    for document in session.documents():
        window.desk.reading.show_document(document.id)
    for page in ("quotes", "sources", "review"):
        press(window, f"focus_{page}")
    press(window, "fetch_page")
    dialog_of(window, FetchDialog)._url.setText("https://news.example/marit")
    dialog_of(window, FetchDialog).reject()
    settled(window)
    out = tmp_path / "out"
    out.mkdir()
    window.close_case()
    for name in ("summary.html", "summary.md", "summary.docx"):
        format = name.rsplit(".")[-1]
        done = command_line.main(
            ["export", str(tmp_path / "ferry.twosource"), "--format", format, "--out", str(out / name)]
        )
        assert done == 0
    assert offline == []
    assert "PySide6.QtNetwork" not in sys.modules


def test_the_test_above_would_notice(offline):
    assert command_line.main(["fetch", "https://news.example/", "--out", "page.html"]) == 2
    assert offline != []
