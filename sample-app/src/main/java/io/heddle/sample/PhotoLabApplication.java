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

package io.heddle.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

import io.heddle.sample.console.LabRunner;

/**
 * The photo lab. Makes a batch of the pictures in the folder that the command line names,
 * or of pictures that it draws itself, and stays up with its page; with {@code --once} it
 * ends after that batch.
 */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class PhotoLabApplication {

	/**
	 * Start the photo lab.
	 * @param args the command line: {@code [folder] [--once]}, and any Spring property
	 * @throws InterruptedException if interrupted while waiting for the batch
	 */
	public static void main(String[] args) throws InterruptedException {
		SpringApplication application = new SpringApplication(PhotoLabApplication.class);
		if (InstalledPrograms.ofThePath().contains("sha256sum", "tar", "gzip")) {
			application.setAdditionalProfiles("archive");
		}
		ConfigurableApplicationContext context = application.run(args);
		LabRunner runner = context.getBean(LabRunner.class);
		if (runner.isOnce()) {
			runner.await();
			System.exit(SpringApplication.exit(context, runner));
		}
	}

}
