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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/**
 * What a drawn picture shows.
 */
enum Motif {

	HILLS {

		@Override
		void draw(Graphics2D graphics, Palette palette, Random random, int width, int height) {
			graphics.setPaint(new GradientPaint(0, 0, palette.dark(), 0, height, palette.light()));
			graphics.fill(new Rectangle2D.Double(0, 0, width, height));
			double sun = height * (0.12 + 0.08 * random.nextDouble());
			graphics.setPaint(palette.accent());
			graphics
				.fill(new Ellipse2D.Double(width * (0.2 + 0.5 * random.nextDouble()), height * 0.18, 2 * sun, 2 * sun));
			for (int ridge = 0; ridge < 5; ridge++) {
				double base = height * (0.5 + 0.1 * ridge);
				graphics.setPaint(Palette.mix(palette.middle(), palette.dark(), (ridge + 1) / 5.0));
				graphics.fill(ridge(random, base, height * 0.09, width, height));
			}
		}

	},

	RINGS {

		@Override
		void draw(Graphics2D graphics, Palette palette, Random random, int width, int height) {
			double x = width * (0.3 + 0.4 * random.nextDouble());
			double y = height * (0.3 + 0.4 * random.nextDouble());
			graphics.setPaint(new RadialGradientPaint((float) x, (float) y, width, new float[] { 0, 0.4f, 1 },
					new Color[] { palette.light(), palette.middle(), palette.dark() }));
			graphics.fill(new Rectangle2D.Double(0, 0, width, height));
			for (int ring = 24; ring > 0; ring--) {
				double radius = ring * height / 26.0;
				graphics.setStroke(new BasicStroke(height / (60f + random.nextInt(120))));
				graphics.setColor(Palette.translucent((ring % 4 == 0) ? palette.accent() : palette.light(), 150));
				graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
			}
		}

	},

	CITY {

		@Override
		void draw(Graphics2D graphics, Palette palette, Random random, int width, int height) {
			graphics.setPaint(new GradientPaint(0, 0, palette.dark(), 0, height, palette.accent()));
			graphics.fill(new Rectangle2D.Double(0, 0, width, height));
			for (int row = 0; row < 3; row++) {
				Color wall = Palette.mix(palette.middle(), palette.dark(), 0.3 + 0.3 * row);
				double x = -random.nextInt(60);
				while (x < width) {
					double house = width * (0.04 + 0.05 * random.nextDouble());
					double top = height * (0.25 + 0.18 * row + 0.2 * random.nextDouble());
					graphics.setColor(wall);
					graphics.fill(new Rectangle2D.Double(x, top, house, height - top));
					windows(graphics, palette, random, x, top, house, height);
					x += house;
				}
			}
		}

		private void windows(Graphics2D graphics, Palette palette, Random random, double x, double top, double house,
				int height) {
			double side = height / 80.0;
			for (double y = top + 2 * side; y < height; y += 2.6 * side) {
				for (double left = x + side; left + side < x + house; left += 2.2 * side) {
					if (random.nextInt(3) == 0) {
						graphics.setColor(Palette.translucent(palette.light(), 120 + random.nextInt(120)));
						graphics.fill(new Rectangle2D.Double(left, y, side, 1.3 * side));
					}
				}
			}
		}

	},

	WAVES {

		@Override
		void draw(Graphics2D graphics, Palette palette, Random random, int width, int height) {
			graphics.setPaint(new GradientPaint(0, 0, palette.light(), width, height, palette.middle()));
			graphics.fill(new Rectangle2D.Double(0, 0, width, height));
			for (int wave = 0; wave < 14; wave++) {
				double share = wave / 13.0;
				graphics.setPaint(Palette.translucent(
						(wave % 5 == 2) ? palette.accent() : Palette.mix(palette.light(), palette.dark(), share), 170));
				graphics.fill(ridge(random, height * (0.1 + 0.85 * share), height * 0.035, width, height));
			}
		}

	},

	MOSAIC {

		@Override
		void draw(Graphics2D graphics, Palette palette, Random random, int width, int height) {
			int columns = 12 + random.nextInt(6);
			double side = width / (double) columns;
			for (int row = 0; row * side < height; row++) {
				for (int column = 0; column < columns; column++) {
					double x = column * side;
					double y = row * side;
					graphics.setColor(palette.any(random));
					graphics.fill(new Rectangle2D.Double(x, y, side + 1, side + 1));
					graphics.setColor(palette.any(random));
					graphics.fill(triangle(x, y, side, random.nextInt(4)));
				}
			}
		}

		private GeneralPath triangle(double x, double y, double side, int corner) {
			double[][] corners = { { x, y }, { x + side, y }, { x + side, y + side }, { x, y + side } };
			GeneralPath path = new GeneralPath();
			path.moveTo(corners[corner][0], corners[corner][1]);
			path.lineTo(corners[(corner + 1) % 4][0], corners[(corner + 1) % 4][1]);
			path.lineTo(corners[(corner + 2) % 4][0], corners[(corner + 2) % 4][1]);
			path.closePath();
			return path;
		}

	},

	BUBBLES {

		@Override
		void draw(Graphics2D graphics, Palette palette, Random random, int width, int height) {
			graphics.setPaint(new GradientPaint(0, 0, palette.middle(), width, height, palette.dark()));
			graphics.fill(new Rectangle2D.Double(0, 0, width, height));
			for (int bubble = 0; bubble < 70; bubble++) {
				float radius = height * (0.02f + 0.13f * random.nextFloat() * random.nextFloat());
				float x = width * random.nextFloat();
				float y = height * random.nextFloat();
				Color color = palette.any(random);
				graphics.setPaint(new RadialGradientPaint(x - radius / 3, y - radius / 3, 1.4f * radius,
						new float[] { 0, 1 },
						new Color[] { Palette.translucent(Color.WHITE, 200), Palette.translucent(color, 140) }));
				graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
			}
		}

	};

	abstract void draw(Graphics2D graphics, Palette palette, Random random, int width, int height);

	private static GeneralPath ridge(Random random, double base, double swing, int width, int height) {
		double phase = random.nextDouble() * 2 * Math.PI;
		double length = 1.5 + 2 * random.nextDouble();
		GeneralPath path = new GeneralPath();
		path.moveTo(0, height);
		for (int step = 0; step <= 100; step++) {
			double angle = phase + step / 100.0 * length * 2 * Math.PI;
			path.lineTo(width * step / 100.0, base + swing * (Math.sin(angle) + 0.4 * Math.sin(2.7 * angle)));
		}
		path.lineTo(width, height);
		path.closePath();
		return path;
	}

}
