"""Languages are told by script and common words, or not at all."""

import pytest

from takeaways.summarize.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We present a method that estimates the size of a flock from a single microphone in the fog.", "en"),
        ("Wir zeigen, dass die Methode für alle Schlafplätze der Raben mit einem Mikrofon auskommt.", "de"),
        ("Nous présentons une méthode qui estime la taille des groupes de corbeaux avec un microphone.", "fr"),
        ("Presentamos un método que estima el tamaño de la bandada con un solo micrófono en la niebla.", "es"),
        ("我们提出一种用单个麦克风 (microphone) 估计渡鸦数量的方法。", "zh"),
        ("本論文では、マイク一本でカラスの数を数える方法を提案する。", "ja"),
        ("우리는 마이크 하나로 까마귀의 수를 세는 방법을 제안한다.", "ko"),
        ("Мы предлагаем метод, который оценивает размер стаи по одному микрофону.", "ru"),
        ("Ми пропонуємо метод, який оцінює розмір зграї за допомогою мікрофона.", "uk"),
        ("نقترح طريقة لتقدير حجم سرب الغربان باستخدام ميكروفون واحد.", "ar"),
        ("Lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy", "und"),
        ("α = β + γ, 12.5 ± 0.3", "und"),
        ("", "und"),
    ],
)
def test_the_table(text: str, language: str) -> None:
    assert detect(text) == language
