package org.conversions.web.api.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodePictureTest {

    private static final String ADDRESS = "https://go.example.com/spring?qr=1";
    private static final Map<DecodeHintType, Boolean> NOTHING_AROUND_IT = Map.of(DecodeHintType.PURE_BARCODE, true);
    private static final QrCode CODE = QrCode.encodeText(ADDRESS, QrCode.Ecc.LOW);

    @ParameterizedTest
    @CsvSource({"600, 2, 0x000000, 0xffffff", "601, 4, 0x0b5d4b, 0xfff7e0", "74, 4, 0x000000, 0xffffff",
            "64, 1, 0x7a0000, 0xffffff", "1000, 40, 0x000000, 0xffffff"})
    void whatIsDrawnCanBeRead(int size, int margin, int foreground, int background) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                new QrCodePicture(CODE, size, margin, foreground, background).png()));
        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
        assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(size, size, pixels))), NOTHING_AROUND_IT).getText()).isEqualTo(ADDRESS);
        assertThat(pixels).containsOnly(0xff000000 | foreground, 0xff000000 | background);
        int scale = size / (CODE.size + 2 * margin);
        int start = (size - CODE.size * scale) / 2;
        assertThat(start).isGreaterThanOrEqualTo(margin * scale);
        assertThat(pixels[0]).isEqualTo(0xff000000 | background);
        assertThat(image.getRGB(start, start)).as("corner of a finder").isEqualTo(0xff000000 | foreground);
        assertThat(image.getRGB(start - 1, start)).isEqualTo(0xff000000 | background);
    }

    /** Every rectangle of the path is drawn by hand and compared with the code. */
    @Test
    void theDrawingIsTheSameCode() throws Exception {
        String svg = new QrCodePicture(CODE, 300, 3, 0x0b5d4b, 0xffffff).svg();
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes("UTF-8"))).getDocumentElement();
        int width = CODE.size + 6;
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 " + width + ' ' + width);
        assertThat(root.getAttribute("width")).isEqualTo("300");
        var paths = root.getElementsByTagName("path");
        assertThat(paths.item(0).getAttributes().getNamedItem("fill").getNodeValue()).isEqualTo("#ffffff");
        assertThat(paths.item(1).getAttributes().getNamedItem("fill").getNodeValue()).isEqualTo("#0b5d4b");
        boolean[][] dark = new boolean[width][width];
        for (String run : paths.item(1).getAttributes().getNamedItem("d").getNodeValue().split("z")) {
            String[] numbers = run.replaceFirst("M(\\d+) (\\d+)h(\\d+)v1h-\\d+", "$1 $2 $3").split(" ");
            for (int i = 0; i < Integer.parseInt(numbers[2]); i++) {
                dark[Integer.parseInt(numbers[1])][Integer.parseInt(numbers[0]) + i] = true;
            }
        }
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(dark[y][x]).as(x + ", " + y).isEqualTo(CODE.getModule(x - 3, y - 3));
            }
        }
    }
}
