from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import Refusal


class NotAllowed(Refusal):
    message = _("Your role does not allow this.")


class NotACoordinator(Refusal):
    message = _("This person does not hold the role of a coordinator.")


class ConsultationNotOpenYet(Refusal):
    message = _("This consultation has not opened yet. Your text is kept on this page.")


class ConsultationClosed(Refusal):
    message = _("This consultation is closed and takes no more comments. Your text is kept on this page.")


class NotAmongThose(Refusal):
    message = _("This consultation takes comments only from those it names above. Your text is kept on this page.")


class QuestionsStand(Refusal):
    message = _("The consultation has opened: its questions stand as they were asked.")


class OptionsMissing(Refusal):
    message = _("Give at least two options to choose from.")


class PaperTooLarge(Refusal):
    message = _("The file is larger than 10 MB. Make it smaller or divide it.")


class PaperNotTaken(Refusal):
    message = _("Only PDF, DOCX and ODT files without macros are taken, and they must be what their name says.")


class TooManyInBasket(Refusal):
    message = _("The basket is full. Send what is in it, then go on.")


class ConsultationRunning(Refusal):
    message = _("This can be done only after the consultation has closed.")


class AlreadyAnnounced(Refusal):
    message = _("This consultation has been announced already.")


class NotAnnounced(Refusal):
    message = _("This consultation is not announced.")


class NothingToPutOut(Refusal):
    message = _("The draft has no provisions yet. Add them before you announce the consultation.")


class TermTooShort(Refusal):
    message = _("Law 146/2014 gives the public at least 20 working days.")


class TermTooLong(Refusal):
    message = _("Law 146/2014 allows at most 40 working days in all.")


class NotComplex(Refusal):
    message = _("Law 146/2014 allows more than 20 working days only for complex or important acts: say that it is one.")


class NotLater(Refusal):
    message = _("An extension must move the closing day to a later one.")


class VersionFrozen(Refusal):
    message = _("This draft is open for comment or was; its text can no longer be changed.")


class VersionInWork(Refusal):
    message = _("The next draft is being written already. Put it out or give it up first.")


class DraftChanged(Refusal):
    message = _("The draft was changed meanwhile. Look at the pairs once more.")


class PairsMissing(Refusal):
    message = _("Confirm first what became of each provision of the earlier draft.")


class DraftOvertaken(Refusal):
    message = _("A newer draft is out. Comment on the text that stands now.")


class EnglishInTheWay(Refusal):
    message = _("There is English at the end of the way: no word may be lost. Move it first.")


class DraftNotReadable(Refusal):
    message = _("This file cannot be read as a Word document (DOCX).")


class ConfirmationTooLate(Refusal):
    message = _("The address had to be confirmed within 72 hours after closing. The comment has lapsed.")


class ChangeTooLate(Refusal):
    message = _("A comment can be changed or withdrawn until the consultation closes.")


class AlreadyWithdrawn(Refusal):
    message = _("This comment was withdrawn.")


class ReasonMissing(Refusal):
    message = _("Write the reason in both languages: the author and the public read it.")


class NotAnExample(Refusal):
    message = _("This is no example.")


class AnswersMissing(Refusal):
    message = _("Some published comments have no answer yet.")


class ChangedMeanwhile(Refusal):
    message = _("Somebody changed this answer while you were writing. Both texts stand below; nothing is lost.")


class DecisionMissing(Refusal):
    message = _("Choose the decision before the answer is approved.")


class NothingApproved(Refusal):
    message = _("No approved answer waits to be published.")


class AnswerPublished(Refusal):
    message = _("The answer to this issue is published. It can be mended, but the issue is not taken apart any more.")


class NothingChosen(Refusal):
    message = _("Choose at least one published comment.")


class NotAnsweredYet(Refusal):
    message = _("Mark the consultation as answered before you publish its report.")


class ReportFrozen(Refusal):
    message = _("The report is published and can no longer be changed.")


class WordsMissing(Refusal):
    message = _("The report needs its words in both languages. Write it from the data, or fill in what is missing.")


class AdoptedTooEarly(Refusal):
    message = _("The act is adopted after the consultation closed, and not in the future.")


class ReceivedLate(Refusal):
    message = _("It must have come while the consultation was open: not before it opened, not after its last day.")


class NotFromThisPaper(Refusal):
    message = _("Name the page of this position paper on which the passage stands.")


class NothingToEnter(Refusal):
    message = _("What came through the website says itself what it is on. Choose the position paper to clip.")
