/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.heddle.sample.picture;

import java.awt.Color;
import java.util.List;
import java.util.Random;

/**
 * The colors of a drawn picture.
 *
 * @param dark the darkest color
 * @param middle a color between the darkest and the lightest
 * @param light the lightest color
 * @param accent the color that stands out
 */
record Palette(Color dark, Color middle, Color light, Color accent) {

	private static final List<Palette> ALL = List.of(of(0x12263a, 0x2f6690, 0xd9e8f5, 0xf4a259),
			of(0x2b193d, 0x7a3b69, 0xf7d6e0, 0xffb400), of(0x10302a, 0x3a7d5d, 0xe6f2d5, 0xf25f5c),
			of(0x3b1f12, 0xa4603b, 0xfbe9d0, 0x2a9d8f));

	static Palette number(int number) {
		return ALL.get(number % ALL.size());
	}

	private static Palette of(int dark, int middle, int light, int accent) {
		return new Palette(new Color(dark), new Color(middle), new Color(light), new Color(accent));
	}

	Color any(Random random) {
		return switch (random.nextInt(8)) {
			case 0 -> this.accent;
			case 1, 2 -> this.light;
			case 3, 4 -> this.dark;
			default -> mix(this.middle, this.light, random.nextDouble());
		};
	}

	static Color mix(Color from, Color to, double share) {
		return new Color(mix(from.getRed(), to.getRed(), share), mix(from.getGreen(), to.getGreen(), share),
				mix(from.getBlue(), to.getBlue(), share));
	}

	private static int mix(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}

	static Color translucent(Color color, int alpha) {
		return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
	}

}
