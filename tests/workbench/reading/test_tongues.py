import pytest

from workbench.reading.tongues import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge will be closed for eleven weeks, and the council has said that it is not safe."),
        ("en", "I do not know what to do about a war, but I will go on."),
        ("de", "In der Stadt war am Montag niemand in Gefahr, sagte Direktorin Ilse Brandt."),
        (
            "fr",
            "Le pont sera fermé pendant onze semaines, et le conseil a dit qu'il est fragile.",
        ),
        (
            "de",
            "Die Brücke wird für elf Wochen geschlossen, und der Rat sagt, dass sie nicht sicher ist.",
        ),
        (
            "es",
            "El puente estará cerrado durante once semanas, y el consejo dijo que no es una sorpresa.",
        ),
        (
            "it",
            "Il ponte sarà chiuso undici settimane e il consiglio ha detto che non è una sorpresa.",
        ),
        (
            "pt",
            "A ponte será fechada por onze semanas, e o conselho disse que não é uma surpresa.",
        ),
        (
            "nl",
            "De brug wordt elf weken gesloten en de raad heeft gezegd dat het niet veilig is.",
        ),
        ("ru", "Мост закроют на одиннадцать недель, сообщил совет во вторник."),
        ("uk", "Міст закриють на одинадцять тижнів, повідомила рада у вівторок."),
        ("ar", "سيغلق الجسر لمدة أحد عشر أسبوعا"),
        ("ja", "橋は十一週間閉鎖されると市議会は火曜日に発表した。"),
        ("zh", "市议会周二表示，大桥将关闭十一周。"),
        ("el", "Η γέφυρα θα κλείσει για έντεκα εβδομάδες."),
    ],
)
def test_a_language_is_recognised(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "Bridge", "123 456", "xqz wvk pfl mnb qqq rrr ttt zzz ppp"])
def test_what_cannot_be_told_stays_unknown(text: str) -> None:
    assert guess_language(text) is None
