from io import StringIO

from portal.notifications.services import Attachment, send_due_letters


def test_without_a_mail_server_a_newcomer_reads_the_link_in_the_terminal(write, settings, monkeypatch):
    settings.EMAIL_BACKEND = "portal.notifications.terminal.EmailBackend"
    terminal = StringIO()
    monkeypatch.setattr("sys.stdout", terminal)
    write(language="en", attachments=[Attachment("ftesa.ics", "text/calendar", b"BEGIN:VCALENDAR")])

    assert send_due_letters() == 1

    shown = terminal.getvalue()
    assert "To: ana@example.al" in shown
    assert "Attached: ftesa.ics" in shown
    assert "BEGIN:VCALENDAR" not in shown
    assert shown.count("http://127.0.0.1:8000/sq/lidhja/") == 1
    assert "<p>" not in shown
    assert "Content-Type" not in shown
