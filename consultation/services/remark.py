from dataclasses import dataclass

from consultation.records import ConsultationComment, Provision
from library.strategy.models import Measure


@dataclass(frozen=True)
class Remark:
    """One remark before it is sent: its words, and the one thing it is on; on nothing else, it is on the whole draft."""

    text: str
    language: str
    proposed_wording: str = ""
    reason: str = ""
    provision: Provision | None = None
    measure: Measure | None = None
    reply_to: ConsultationComment | None = None

    @property
    def is_on_whole(self) -> bool:
        return self.provision is None and self.measure is None and self.reply_to is None
