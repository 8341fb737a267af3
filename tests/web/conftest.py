from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from takeaways.web import create_app
from takeaways.wiring import Service


@pytest.fixture
def client(wired: Service) -> Iterator[FlaskClient]:
    with create_app(wired).test_client() as client:
        yield client
