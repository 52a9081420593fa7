"""The one table of everything that can be done in the window.

Menu, toolbar, tooltips, shortcuts and the command palette are all made from it (`ui/actions.py`).
A single letter or figure never fires while one is typing in a field: fields take those keys first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Need(Enum):
    """What must be there before something can be done."""

    NOTHING = auto()
    CASE = auto()
    WRITABLE = auto()
    """A case that may be changed."""
    STORY = auto()
    MARKABLE = auto()
    """A story in a case that may be changed."""
    OTHER_TEXTS = auto()
    """A document that could be checked in place of the story."""
    CLAIM = auto()
    CHANGEABLE = auto()
    """A current claim in a case that may be changed."""
    UNDOABLE = auto()
    REDOABLE = auto()


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `handler` is "object.method", `argument` is handed to it unless None. Of the shortcuts (portable
    names: "Ctrl+K") the first is shown. `short` is the word on the toolbar. Dispositions, relations and
    roles are given by their values: the table is needed before the first paint, the domain is not.
    """

    id: str
    text: str
    handler: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    need: Need = Need.NOTHING
    argument: object = None
    short: str = ""


def word(text: str) -> str:
    """Marks a word for translation (an alias of QT_TRANSLATE_NOOP in the context "Actions")."""
    return text


WRITE_VERDICT = word("Write the verdict")
"""What the first verdict command is called while verdicts are given in the desk's own words."""

N, W, S, C, ANY = Need.NOTHING, Need.WRITABLE, Need.STORY, Need.CHANGEABLE, Need.CASE

# One row each: the formatter would spread every row over eight lines, and the table could not be read.
# fmt: off
TABLE: dict[str, tuple[Action, ...]] = {
    word("Case"): (
        Action("new_case", word("New case…"), "case.new", ("Ctrl+N",), "plus"),
        Action("open_case", word("Open case…"), "case.open", ("Ctrl+O",), "folder-open"),
        Action("sample", word("Try the sample case"), "case.open_sample", (), "sparkles"),
        Action("save_copy", word("Save a copy of the case…"), "case.save_copy", (), "copy", ANY),
        Action("earlier_states", word("Earlier states of this case…"), "backups.show", (), "clock", ANY),
        Action("work_in_place", word("Work in place in this folder, or in a copy again"),
               "backups.work_in_place", (), "folder-open", ANY),
        Action("merge", word("Merge a colleague’s copy…"), "merge.choose", (), "copy", W),
        Action("export", word("Export…"), "exporting.export", ("Ctrl+E",), "download", S,
               short=word("Export")),
        Action("export_pack", word("Export the desk pack…"), "exporting.pack", ("Ctrl+Alt+E",), "folder-open",
               S),
        Action("close_case", word("Close case"), "case.close", ("Ctrl+W",), "x", ANY),
        Action("checker", word("Checker’s name…"), "case.ask_checker", (), "user"),
        Action("quit", word("Quit"), "case.quit", ("Ctrl+Q",)),
    ),
    word("Edit"): (
        Action("undo", word("Undo"), "claim.undo", ("Ctrl+Z",), "undo-2", Need.UNDOABLE),
        Action("redo", word("Redo"), "claim.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", Need.REDOABLE),
        Action("trash", word("Removed and set aside…"), "history.show_trash", ("Ctrl+Shift+H",), "trash-2",
               ANY),
        Action("search_all", word("Search all documents for…"), "library.search", ("Ctrl+Shift+F",),
               "text-search", ANY),
        Action("search_everything", word("Search everything in the case…"), "everywhere.open",
               ("Ctrl+Shift+E",), "search", ANY),
        Action("find", word("Find in the text"), "view.find", ("Ctrl+F",), "search", S),
        Action("palette", word("Search or run a command"), "view.open_palette", ("Ctrl+K",), "search"),
        Action("shortcuts", word("Keyboard shortcuts…"), "view.edit_shortcuts", ("F1",), "keyboard"),
    ),
    word("Documents"): (
        Action("import", word("Import texts…"), "document.import_files", ("Ctrl+I",), "file-plus", W,
               "source", short=word("Import")),
        Action("import_story", word("Import a story…"), "document.import_files", ("Ctrl+Shift+I",),
               "newspaper", W, "story"),
        Action("import_folder", word("Import a folder…"), "document.import_folder", (), "folder-open", W),
        Action("fetch_page", word("Fetch a page…"), "fetching.ask", ("Ctrl+Alt+F",), "globe", W),
        Action("fetch_linked", word("Fetch a page the story links to…"), "fetching.ask_linked", (), "globe",
               Need.MARKABLE),
        Action("never_fetch", word("Never fetch pages, or allow it again"), "fetching.switch", (), "shield"),
        Action("add_backup", word("Add back-up that is no text…"), "logged.add", ("Ctrl+Alt+B",), "file-plus",
               W),
        Action("open_file", word("Open the file of the source shown"), "logged.open_file", ("Ctrl+Alt+O",),
               "external-link", ANY),
        Action("import_annotations", word("Import annotations…"), "incoming.import_annotations", (),
               "message-square", W),
        Action("new_draft", word("New draft of the story…"), "draft.take_file", ("Ctrl+Alt+I",), "file-plus",
               Need.MARKABLE),
        Action("paste_draft", word("Paste a new draft of the story…"), "draft.paste", ("Ctrl+Alt+V",), "copy",
               Need.MARKABLE),
        Action("paste", word("Paste a text…"), "document.paste_text", ("Ctrl+Shift+V",), "copy", W),
        Action("details", word("Story details…"), "document.story_details", ("Ctrl+D",), "file-text", S),
        Action("source_details", word("Details of the source shown…"), "document.source_details", (),
               "file-text", ANY),
        Action("choose_story", word("Choose the text to check…"), "document.choose_story", (),
               "book-open", Need.OTHER_TEXTS),
        Action("analyse", word("Look for claims and evidence again"), "document.analyse", ("F5",),
               "sparkles", W),
    ),
    word("Claim"): (
        Action("mark", word("Mark selection as claim"), "claim.mark", ("M", "Ctrl+M"), "highlighter",
               Need.MARKABLE,
               short=word("Mark claim")),
        Action("next", word("Next claim"), "claim.step", ("J", "Alt+Down"), "chevron-down", S, 1),
        Action("previous", word("Previous claim"), "claim.step", ("K", "Alt+Up"), "chevron-up", S, -1),
        Action("next_open", word("Next unchecked claim"), "claim.step_open", ("U",), "list-checks", S),
        Action("accept", word("Accept proposed claim"), "claim.accept", ("A",), "check", C),
        Action("dismiss", word("Dismiss claim"), "claim.dismiss", ("D",), "x", C),
        Action("join", word("Join with a claim that says the same…"), "claim.join", (), "link", C),
        Action("note", word("Write a note"), "claim.write_note", ("N",), "pencil", C),
        Action("conclude", word("Write the conclusion"), "claim.write_conclusion", ("V",), "quote", C),
        Action("answer", word("Write the claimant’s answer"), "claim.write_answer", ("R",), "user", C),
        Action("ask", word("Ask the author about these words…"), "queries.ask", ("Q",), "message-square",
               Need.MARKABLE, short=word("Ask author")),
        Action("author_answer", word("Write the author’s answer"), "queries.answer", ("Shift+Q",),
               "message-square", C),
        Action("claim_history", word("Show the claim’s history"), "history.of_claim", ("H",), "clock",
               Need.CLAIM),
        Action("start_earlier", word("Begin one word earlier"), "claim.move_edge", ("Alt+Shift+Left",), "", C,
               (-1, 0)),
        Action("start_later", word("Begin one word later"), "claim.move_edge", ("Alt+Shift+Right",), "", C,
               (1, 0)),
        Action("end_earlier", word("End one word earlier"), "claim.move_edge", ("Alt+Left",), "", C, (0, -1)),
        Action("end_later", word("End one word later"), "claim.move_edge", ("Alt+Right",), "", C, (0, 1)),
    ),
    word("Disposition"): (
        Action("open", word("Open"), "claim.dispose", ("1",), "circle-dashed", C, "open"),
        Action("confirmed", word("Confirmed"), "claim.dispose", ("2",), "circle-check", C, "confirmed"),
        Action("corrected", word("Corrected"), "claim.dispose", ("3",), "pencil", C, "corrected"),
        Action("on_author", word("On author"), "claim.dispose", ("4",), "user", C, "on author"),
        Action("tk", word("TK, still to come"), "claim.dispose", ("5",), "clock", C, "TK"),
        Action("unverifiable", word("Unverifiable"), "claim.dispose", ("6",), "circle-help", C,
               "unverifiable"),
        Action("legal", word("Legal"), "claim.dispose", ("7",), "scale", C, "legal"),
        Action("publish", word("Mark for publication, or keep at the desk"), "exporting.toggle_public",
               ("F",), "globe", C),
        Action("publish_judged", word("Mark every claim with a verdict for publication"),
               "exporting.publish_judged", (), "globe", Need.MARKABLE),
        Action("keep_all", word("Keep every claim at the desk"), "exporting.keep_all", (), "shield",
               Need.MARKABLE),
        Action("owner", word("Say who has to bring it, and until when"), "claim.write_owner", ("T",), "user",
               C),
    ),
    word("Verdict"): (
        Action("verdict_1", word("First step of the scale"), "claim.decide", ("Alt+1",), "", C, 1),
        Action("verdict_2", word("Second step of the scale"), "claim.decide", ("Alt+2",), "", C, 2),
        Action("verdict_3", word("Third step of the scale"), "claim.decide", ("Alt+3",), "", C, 3),
        Action("verdict_4", word("Fourth step of the scale"), "claim.decide", ("Alt+4",), "", C, 4),
        Action("verdict_5", word("Fifth step of the scale"), "claim.decide", ("Alt+5",), "", C, 5),
        Action("verdict_6", word("Sixth step of the scale"), "claim.decide", ("Alt+6",), "", C, 6),
        Action("verdict_7", word("Seventh step of the scale"), "claim.decide", ("Alt+7",), "", C, 7),
        Action("verdict_8", word("Eighth step of the scale"), "claim.decide", ("Alt+8",), "", C, 8),
        Action("verdict_9", word("Ninth step of the scale"), "claim.decide", ("Alt+9",), "", C, 9),
        Action("withdraw", word("Withdraw verdict"), "claim.withdraw", ("Alt+0",), "", C),
    ),
    word("Evidence"): (
        Action("link_source", word("Link a source to the claim…"), "claim.link_source", ("Ctrl+L",), "link",
               C, short=word("Link source")),
        Action("next_card", word("Next passage"), "claim.step_evidence", (".",), "", Need.CLAIM, 1),
        Action("previous_card", word("Previous passage"), "claim.step_evidence", (",",), "", Need.CLAIM, -1),
        Action("link_supports", word("Link selection as supporting"), "claim.link_selection",
               ("Ctrl+Shift+S",), "link", C, "supports"),
        Action("link_contradicts", word("Link selection as contradicting"), "claim.link_selection",
               ("Ctrl+Shift+C",), "link", C, "contradicts"),
        Action("link_context", word("Link selection as context"), "claim.link_selection",
               ("Ctrl+Shift+X",), "link", C, "context"),
        Action("supports", word("Passage supports the claim"), "claim.relate", ("S",), "circle-check", C,
               "supports"),
        Action("contradicts", word("Passage contradicts the claim"), "claim.relate", ("C",), "circle-x", C,
               "contradicts"),
        Action("context", word("Passage is context"), "claim.relate", ("X",), "circle-dot", C, "context"),
        Action("set_aside", word("Set passage aside"), "claim.set_aside", ("Del",), "trash-2", C),
        Action("show_passage", word("Show passage in its source"), "claim.show_passage", ("O",), "book-open",
               Need.CLAIM),
        Action("explain_origins", word("Show which origins the claim has, and why"), "claim.explain_origins",
               ("W",), "network", Need.CLAIM),
        Action("own_model", word("Use a relation model of your own…"), "judging.choose", (), "scale", N),
        Action("built_in_model", word("Use the built-in relation model"), "judging.use_built_in"),
    ),
    word("Sources"): (
        Action("new_source", word("Add a source…"), "register.add", ("Ctrl+Shift+N",), "plus", W),
        Action("new_protected", word("Add a protected source…"), "register.add_protected", (), "shield", W),
        Action("source_card", word("Open the source’s card, or take it into the register"),
               "register.open_card", ("E",), "user", ANY),
        Action("log_contact", word("Log a contact…"), "register.log", ("L",), "message-square", W),
        Action("missing_replies", word("What is missing: replies, terms"), "register.find_missing", (),
               "list-checks", S),
        Action("unlock_names", word("Unlock the real names…"), "register.unlock", (), "shield", W),
        Action("lock_names", word("Lock the real names"), "register.lock", (), "shield", ANY),
        Action("names_passphrase", word("Change the passphrase of the real names…"),
               "register.change_passphrase", (), "shield", W),
        Action("forget_strays", word("Forget real names that belong to no source…"), "register.forget_strays",
               (), "trash-2", W),
    ),
    word("Library"): (
        Action("show_library", word("Show the library"), "library.show", ("Ctrl+Shift+L",), "library", ANY),
        Action("bring", word("Bring the passage’s article into the case"), "library.bring", ("B",), "plus",
               W),
        Action("keep_case", word("Add this case’s documents"), "library.add_case", (), "file-plus", ANY),
        Action("keep_files", word("Add files to the library…"), "library.add_files", (), "file-plus", ANY),
        Action("keep_folder", word("Add a folder to the library…"), "library.add_folder", (), "folder-open",
               ANY),
        Action("rebuild_library", word("Rebuild the library’s indexes"), "library.rebuild", (), "settings",
               ANY),
        Action("move_library", word("Use a library in another folder…"), "library.choose_folder", (),
               "folder-open", ANY),
        Action("usual_library", word("Use the library in its usual place"), "library.use_usual", (), "", ANY),
    ),
    word("Checked before"): (
        Action("import_checks", word("Import earlier fact-checks…"), "checked.import_files", (), "file-plus",
               ANY),
        Action("forget_checks", word("Forget what was checked before…"), "checked.forget", (), "trash-2",
               ANY),
    ),
    word("Review"): (
        Action("compare_drafts", word("Compare two drafts"), "draft.compare", ("Ctrl+Shift+B",), "copy", S),
        Action("next_difference", word("Next difference between drafts"), "draft.step_difference", ("F8",),
               "chevron-down", S, 1),
        Action("previous_difference", word("Difference before"), "draft.step_difference", ("Shift+F8",),
               "chevron-up", S, -1),
        Action("tray", word("Show passages that wait for a place"), "draft.show_tray", ("Ctrl+7",),
               "triangle-alert", S),
        Action("next_waiting", word("Next passage that waits for a place"), "draft.step_waiting", ("]",), "",
               S, 1),
        Action("previous_waiting", word("Passage before that waits for a place"), "draft.step_waiting",
               ("[",), "", S, -1),
        Action("take_place", word("Take the place proposed for the passage"), "draft.take_place", ("P",),
               "check", Need.MARKABLE),
        Action("take_selected", word("Give the passage the words selected"), "draft.take_selected",
               ("Shift+P",), "highlighter", Need.MARKABLE),
        Action("set_gone", word("The passage is gone from the story"), "draft.set_gone", ("Shift+D",),
               "trash-2", Need.MARKABLE),
        Action("queries", word("Show what the author was asked"), "queries.show_all", ("Ctrl+Shift+Q",),
               "message-square", S),
        Action("copy_queries", word("Copy open queries as text"), "queries.copy", (), "copy", S),
        Action("export_queries", word("Export queries for the author…"), "queries.export", (), "download", S),
        Action("remarks", word("Show what others wrote beside the story"), "incoming.show_remarks",
               ("Ctrl+8",), "message-square", S),
        Action("next_remark", word("Next remark of others"), "incoming.step_remark", ("I",), "", S, 1),
        Action("previous_remark", word("Remark of others before"), "incoming.step_remark", ("Shift+I",), "",
               S, -1),
        Action("remark_claim", word("Mark the remark’s words as a claim"), "incoming.act_on_remark",
               ("Shift+M",), "highlighter", Need.MARKABLE, "claim"),
        Action("remark_ask", word("Ask the author because of the remark…"), "incoming.act_on_remark",
               ("Shift+A",), "message-square", Need.MARKABLE, "ask"),
        Action("remark_tick", word("Tick the remark off"), "incoming.act_on_remark", ("Shift+R",), "check",
               Need.MARKABLE, "tick"),
        Action("sign", word("Sign the draft…"), "review.sign", (), "pencil", Need.MARKABLE),
        Action("reopen", word("Reopen the signed draft…"), "review.reopen", (), "undo-2", Need.MARKABLE),
        Action("unmarked", word("Show what has no mark yet"), "review.show_unmarked", ("Ctrl+Shift+U",),
               "highlighter", S),
        Action("next_unmarked", word("Next spot without a mark"), "review.next_unmarked", ("G",), "", S),
        Action("mark_sentence", word("Mark its sentence as a claim"), "review.mark_sentence", ("Shift+G",),
               "highlighter", Need.MARKABLE),
        Action("scale", word("Verdict scale…"), "rules.edit_scale", (), "scale", W),
        Action("gates", word("Rules for confirming…"), "rules.edit_gates", (), "shield", W),
    ),
    word("View"): (
        Action("source", word("Show a source beside the story"), "view.toggle_source", ("Ctrl+B",),
               "panel-right", ANY),
        Action("go_to_place", word("Go to page or row…"), "incoming.go_to_place", ("Ctrl+G",), "book-open",
               ANY),
        Action("source_map", word("Show the source map"), "map.toggle", ("Ctrl+Shift+M",), "network", ANY),
        Action("timeline", word("Show when the claim appeared where"), "map.show_timeline",
               ("Ctrl+Shift+T",), "calendar-clock", ANY),
        Action("export_map", word("Export the source map…"), "map.export", (), "download", ANY),
        Action("history", word("Show the history"), "history.toggle", ("Ctrl+H",), "clock", ANY),
        Action("focus_claims", word("Go to the claims"), "view.focus_claims", ("Ctrl+1",), "panel-left",
               ANY),
        Action("focus_quotes", word("Go to the quotations"), "view.focus_quotes", ("Ctrl+4",), "quote", ANY),
        Action("focus_sources", word("Go to the sources"), "view.focus_sources", ("Ctrl+5",), "user", ANY),
        Action("focus_review", word("Go to the review"), "view.focus_review", ("Ctrl+6",), "list-checks",
               ANY),
        Action("focus_story", word("Go to the story"), "view.focus_story", ("Ctrl+2",), "newspaper", ANY),
        Action("focus_evidence", word("Go to the evidence"), "view.focus_evidence", ("Ctrl+3",),
               "panel-right", ANY),
        Action("larger", word("Larger story text"), "view.resize_text", ("Ctrl+=", "Ctrl++"), "", N, 1),
        Action("smaller", word("Smaller story text"), "view.resize_text", ("Ctrl+-",), "", N, -1),
        Action("theme", word("Switch between light and dark"), "view.switch_theme", ("Ctrl+Shift+D",),
               "sun-moon"),
        Action("follow_system", word("Light or dark as the system"), "view.follow_system"),
    ),
}
# fmt: on
