from django.urls import reverse

from library.reviews.records import Finding, Recommendation


def finding_address(finding: Finding) -> str:
    return reverse("reviews:finding", args=[finding.pk])


def recommendation_address(recommendation: Recommendation) -> str:
    return reverse("reviews:recommendation", args=[recommendation.pk])
