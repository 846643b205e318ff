"""SMTP that remembers whether the letter itself had begun to travel when the line broke."""

import smtplib
from typing import Any

from django.core.mail.backends.smtp import EmailBackend as DjangoEmailBackend


class _Noting:
    data_began = False

    def data(self, msg: Any) -> Any:
        self.data_began = True
        return super().data(msg)  # type: ignore[misc]


class _Smtp(_Noting, smtplib.SMTP):
    pass


class _SmtpOverTls(_Noting, smtplib.SMTP_SSL):
    pass


class EmailBackend(DjangoEmailBackend):
    """Django's, with an answer to "may the server already hold the letter?" for an error that carries no reply."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _SmtpOverTls if self.use_ssl else _Smtp

    @property
    def data_began(self) -> bool:
        return getattr(self.connection, "data_began", False)
