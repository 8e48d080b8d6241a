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

package io.heddle.sample.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchProgress;
import io.heddle.sample.batch.BatchState;
import io.heddle.sample.batch.PictureResult;
import io.heddle.sample.picture.Thumbnail;

/**
 * A batch as the page sees it.
 *
 * @param number the number of the batch
 * @param source where its pictures come from
 * @param state how far it is, in lower case
 * @param ended whether it goes on no more
 * @param total the number of pictures
 * @param done the number of pictures whose thumbnail is there
 * @param failed the number of pictures that failed
 * @param tookMillis how long it has run, or ran
 * @param failure why it failed if it did
 * @param output the folder of its files
 * @param contactSheet the address of its contact sheet once that is there
 * @param report the address of its report once that is there
 * @param checksums the address of its checksums if there are any
 * @param archive the address of its archive if there is one
 * @param pictures its pictures
 */
record BatchView(int number, String source, String state, boolean ended, int total, int done, int failed,
		long tookMillis, @Nullable String failure, String output, @Nullable String contactSheet,
		@Nullable String report, @Nullable String checksums, @Nullable String archive, List<PictureView> pictures) {

	static BatchView of(Batch batch) {
		BatchProgress progress = batch.progress();
		String files = "batches/" + progress.number() + "/";
		boolean reported = progress.state() == BatchState.DONE;
		boolean archived = reported && batch.folder().isArchived();
		return new BatchView(progress.number(), progress.source(), progress.state().name().toLowerCase(Locale.ROOT),
				progress.state().isEnd(), progress.total(), progress.done(), progress.failed(),
				progress.took().toMillis(), progress.failure(), batch.folder().root().toString(),
				reported ? files + "contact-sheet.jpg" : null, reported ? files + "report.html" : null,
				archived ? files + "checksums.txt" : null, archived ? files + "archive.tar.gz" : null,
				progress.pictures().stream().map((picture) -> PictureView.of(picture, files)).toList());
	}

	/**
	 * A picture as the page sees it.
	 *
	 * @param number the number of the picture in its batch
	 * @param name the name of its file
	 * @param state how far it is, in lower case
	 * @param thumbnail the address of its thumbnail once that is there
	 * @param width its width once it is read
	 * @param height its height once it is read
	 * @param bytes the size of its file once it is read
	 * @param tookMillis how long its thumbnail took
	 * @param failure why it failed if it did
	 */
	record PictureView(int number, String name, String state, @Nullable String thumbnail, @Nullable Integer width,
			@Nullable Integer height, @Nullable Long bytes, @Nullable Long tookMillis, @Nullable String failure) {

		static PictureView of(PictureResult picture, String files) {
			String state = picture.state().name().toLowerCase(Locale.ROOT);
			Thumbnail thumbnail = picture.thumbnail();
			if (thumbnail == null) {
				return new PictureView(picture.number(), picture.name(), state, null, null, null, null, null,
						picture.failure());
			}
			return new PictureView(picture.number(), picture.name(), state,
					files + "thumbnails/" + picture.number() + ".jpg", thumbnail.width(), thumbnail.height(),
					thumbnail.bytes(), thumbnail.took().toMillis(), null);
		}

	}

}
