from portal.pages.records import Partner, ProjectWords


def project_words() -> ProjectWords:
    """The words about the project, or empty ones where nothing has been loaded yet."""
    return ProjectWords.objects.first() or ProjectWords()


def partners() -> list[Partner]:
    return list(Partner.objects.select_related("logo"))
