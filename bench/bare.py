"""The measure of this machine: Django with one view that says one sentence, and nothing else."""

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF="bench.bare", SECRET_KEY="of no use here", MIDDLEWARE=[]
    )
    django.setup()


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Mirë se erdhët.")


urlpatterns = [path("", hello)]
application = WSGIHandler()
