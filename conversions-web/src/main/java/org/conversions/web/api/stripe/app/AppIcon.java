package org.conversions.web.api.stripe.app;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The product's icon (app/icon.svg), drawn as Stripe wants icons: a PNG of 300 pixels without round corners. */
final class AppIcon {

    static final String NAME = "icon.png";
    static final int SIZE = 300;

    /** The width of the drawing in icon.svg. */
    private static final double UNITS = 32;
    private static final Color GROUND = new Color(0x0b5d4b);
    private static final Color DOT = new Color(0x6fd3b5);
    private static final float STROKE = 3.5f;

    private AppIcon() {
    }

    static byte[] png() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.setColor(GROUND);
        drawing.fillRect(0, 0, SIZE, SIZE);
        drawing.scale(SIZE / UNITS, SIZE / UNITS);
        drawing.setColor(Color.WHITE);
        drawing.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        drawing.draw(opening());
        drawing.setColor(DOT);
        drawing.fill(new Ellipse2D.Double(20, 13.5, 5, 5));
        drawing.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return png.toByteArray();
    }

    /** The C: an arc of radius 8 that begins and ends at x = 22, 4.5 above and below the middle. */
    private static Arc2D opening() {
        double radius = 8;
        double half = 4.5;
        double aside = Math.sqrt(radius * radius - half * half);
        double angle = Math.toDegrees(Math.atan2(half, aside));
        return new Arc2D.Double(22 - aside - radius, UNITS / 2 - radius, 2 * radius, 2 * radius, angle, 360 - 2 * angle,
                Arc2D.OPEN);
    }
}
