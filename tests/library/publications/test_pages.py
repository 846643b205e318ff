import pytest
from library.publications.services import make_information_sheet, read_waiting_file, relate


@pytest.mark.parametrize("address", ["/sq/biblioteka/", "/en/library/"])
def test_the_library_lists_what_is_published(client, a_publication, address):
    a_publication("law-1")
    a_publication("law-2", published=False)

    answer = client.get(address)

    assert answer.status_code == 200
    assert b"law-1" in answer.content
    assert b"law-2" not in answer.content
    open("/tmp/lib.html","wb").write(answer.content)

def test_x(client, a_publication):
    a = a_publication("law-1"); b = a_publication("law-2")
    relate(subject=a, verb="repealed_by", object=b, is_verified=True)
    f = make_information_sheet(publication=a)
    open("/tmp/s.pdf","wb").write(f.file.read())
    while read_waiting_file(): pass
    f.refresh_from_db(); print(f.text_state, [p.text for p in f.pages.all()])
    r = client.get(a.pages.first().url); open("/tmp/pub.html","wb").write(r.content)
    assert r.status_code==200
    r = client.get(f"/sq/biblioteka/skedare/{f.pk}/{f.name}"); print(r.headers)
    r = client.get(f"/sq/biblioteka/skedare/{f.pk}/1.png"); print(r.headers)
