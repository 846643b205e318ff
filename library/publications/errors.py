from django.utils.translation import gettext_lazy as _

from portal.accounts.errors import Refusal


class NotAnEditor(Refusal):
    message = _("Only editors may change the library.")


class StillPointedAt(Refusal):
    message = _("Strategies or reviews point to this publication. Take those links away first.")


class SameOnBothEnds(Refusal):
    message = _("A publication cannot be related to itself.")


class UnknownVerb(Refusal):
    message = _("There is no such relation between publications.")


class FileTooLarge(Refusal):
    message = _("The file is larger than 40 MB. Make it smaller or divide it.")


class FileEmpty(Refusal):
    message = _("The file is empty.")


class FileNotTaken(Refusal):
    message = _("Only PDF and DOCX files are taken. The name must end in .pdf or .docx.")


class FileNotWhatItSays(Refusal):
    message = _("The content of the file is not what its name says. Save it again as PDF or DOCX and try once more.")


class FileLocked(Refusal):
    message = _("The file is locked with a password. Take the password away and try once more.")


class FileWithMacros(Refusal):
    message = _("The file carries macros. Save it without them and try once more.")


class FileTooLong(Refusal):
    message = _("The file has more than 3,000 pages. Divide it.")


class FileAlreadyThere(Refusal):
    message = _("This publication has the same file already.")
