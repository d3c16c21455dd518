"""Draws the photos that the tests of photos use: invented, abstract, small. Needs Pillow.

    python3 draw.py        writes the files beside this one
"""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
SKY, COAT, FACE = (40, 90, 200), (230, 120, 30), (235, 200, 170)


def portrait(width: int, height: int) -> Image.Image:
    """A face before a wall: blue above, orange below."""
    image = Image.new("RGB", (width, height), SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill=COAT)
    draw.ellipse((width * 0.3, height * 0.25, width * 0.7, height * 0.6), fill=FACE)
    return image


def on_its_side() -> None:
    """As a telephone held upright writes it: lying, with a note to turn it, and with where and when it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # Orientation: turn it clockwise to see it upright
    exif[0x010F] = "Example Telephones"
    exif[0x0132] = "2026:11:24 09:30:00"
    exif[0x8825] = {1: "N", 2: (51.0, 28.0, 38.0), 3: "W", 4: (0.0, 0.0, 5.0)}  # GPS
    portrait(240, 300).transpose(Image.Transpose.ROTATE_90).save(
        HERE / "on-its-side.jpg", quality=70, exif=exif, comment=b"taken at the kitchen table"
    )


def main() -> None:
    on_its_side()
    portrait(320, 160).save(HERE / "wide.webp", quality=60)
    cutout = portrait(120, 150)
    cutout.putalpha(Image.linear_gradient("L").resize(cutout.size))
    cutout.quantize(32).save(HERE / "cutout.png", optimize=True)
    whole = (HERE / "on-its-side.jpg").read_bytes()
    (HERE / "cut-short.jpg").write_bytes(whole[: len(whole) * 2 // 3])


main()
