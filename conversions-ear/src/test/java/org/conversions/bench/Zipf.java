package org.conversions.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Choices as people make them: the first of many is taken twice as often as the second, and so on by Zipf's law. */
final class Zipf {

    private final double[] upTo;

    Zipf(int choices) {
        upTo = new double[choices];
        double sum = 0;
        for (int i = 0; i < choices; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    /** @return a number from 0, the same for the same random source */
    int next(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found < 0 ? -found - 1 : found;
    }
}
