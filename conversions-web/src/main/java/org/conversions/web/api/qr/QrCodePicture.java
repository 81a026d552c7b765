package org.conversions.web.api.qr;

import io.nayuki.qrcodegen.QrCode;

/**
 * A code as it is drawn: each module a square of whole pixels, so that every edge is sharp, in the middle of a square
 * picture.
 *
 * @param size   of the picture, in pixels
 * @param margin least width of the light border, in modules
 */
record QrCodePicture(QrCode code, int size, int margin, int foreground, int background) {

    /** @return how many pixels a picture of the code needs at least */
    static int smallest(QrCode code, int margin) {
        return code.size + 2 * margin;
    }

    /** @return a PNG of two colours */
    byte[] png() {
        int scale = size / smallest(code, margin);
        int start = (size - code.size * scale) / 2;
        return Png.ofTwoColours(size, background, foreground, (x, y) ->
                code.getModule(Math.floorDiv(x - start, scale), Math.floorDiv(y - start, scale)));
    }

    /** @return an SVG in which every run of dark modules is a rectangle of one path */
    String svg() {
        int width = smallest(code, margin);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" height=\"" + size
                + "\" viewBox=\"0 0 " + width + ' ' + width + "\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"" + colour(background) + "\" d=\"M0 0h" + width + 'v' + width + "H0z\"/>"
                + "<path fill=\"" + colour(foreground) + "\" d=\"" + path(code, margin) + "\"/></svg>\n";
    }

    /** @return the dark modules as the path of an SVG, in which each is one unit wide */
    static String path(QrCode code, int margin) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int start = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + margin).append(' ').append(y + margin).append('h')
                            .append(x - start).append("v1h-").append(x - start).append('z');
                }
            }
        }
        return path.toString();
    }

    private static String colour(int rgb) {
        return String.format("#%06x", rgb);
    }
}
