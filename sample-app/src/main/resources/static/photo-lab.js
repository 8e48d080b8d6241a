'use strict';

const BUSY_INTERVAL = 250;
const IDLE_INTERVAL = 1500;

const byId = (id) => document.getElementById(id);

const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

async function request(address, options) {
  const response = await fetch(address, options);
  const body = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) {
    throw new Error(body?.detail ?? body?.message ?? `The server answered ${response.status}`);
  }
  return body;
}

function showMessage(text) {
  byId('message').textContent = text ?? '';
  byId('message').hidden = !text;
}

/* The batch */

let shown = null;

function showBatch(batch) {
  const ended = batch.done + batch.failed;
  byId('batch-title').textContent = `Batch ${batch.number}: ${batch.source}`;
  byId('state').textContent = batch.state;
  byId('state').className = `badge ${batch.state}`;
  byId('took').textContent = `${(batch.tookMillis / 1000).toFixed(1)} s`;
  byId('progress').max = Math.max(1, batch.total);
  byId('progress').value = ended;
  const failed = batch.failed > 0 ? `, ${batch.failed} failed` : '';
  byId('summary').textContent = batch.failure
    ?? `${batch.done} of ${plural(batch.total, 'thumbnail')} ready${failed}. Output: ${batch.output}`;
  showLinks(batch);
  showPictures(batch);
}

function showLinks(batch) {
  const links = [['Contact sheet', batch.contactSheet], ['Report', batch.report], ['Checksums', batch.checksums],
    ['Archive', batch.archive]]
    .filter(([, address]) => address)
    .map(([text, address]) => {
      const link = document.createElement('a');
      link.href = address;
      link.textContent = text;
      return link;
    });
  byId('links').replaceChildren(...links.flatMap((link, index) => index > 0 ? [' · ', link] : [link]));
}

function showPictures(batch) {
  const list = byId('pictures');
  if (shown !== batch.number) {
    shown = batch.number;
    list.replaceChildren(...batch.pictures.map((picture) => {
      const item = byId('picture').content.firstElementChild.cloneNode(true);
      for (const kind of ['print', 'express']) {
        item.querySelector(`.${kind}`).addEventListener('click',
          () => order(batch.number, picture.number, kind === 'express'));
      }
      return item;
    }));
  }
  batch.pictures.forEach((picture, index) => showPicture(list.children[index], picture));
}

function showPicture(item, picture) {
  if (item.dataset.state === picture.state) {
    return;
  }
  item.dataset.state = picture.state;
  item.className = `picture ${picture.state}`;
  item.querySelector('.name').textContent = picture.name;
  item.querySelector('.name').title = picture.name;
  item.querySelector('.order').hidden = picture.state !== 'done';
  const frame = item.querySelector('.frame');
  const detail = item.querySelector('.detail');
  if (picture.thumbnail) {
    const image = document.createElement('img');
    image.src = picture.thumbnail;
    image.alt = picture.name;
    frame.replaceChildren(image);
    detail.textContent = `${picture.width} × ${picture.height} · ${Math.ceil(picture.bytes / 1024)} KB`;
    detail.title = `Made in ${picture.tookMillis} ms`;
  } else {
    frame.textContent = picture.failure ?? (picture.state === 'working' ? 'working…' : 'waiting');
    detail.textContent = picture.state === 'failed' ? 'failed' : '';
  }
}

async function start(options) {
  showMessage(null);
  try {
    showBatch(await request('api/batches', { method: 'POST', ...options }));
    poll();
  } catch (error) {
    showMessage(error.message);
  }
}

byId('again').addEventListener('click', () => start());

byId('upload').addEventListener('change', (event) => {
  const form = new FormData();
  for (const file of event.target.files) {
    form.append('pictures', file);
  }
  event.target.value = '';
  start({ body: form });
});

/* The orders */

async function order(batch, picture, express) {
  showMessage(null);
  try {
    await request(`api/orders?${new URLSearchParams({ batch, picture, express })}`, { method: 'POST' });
    poll();
  } catch (error) {
    showMessage(error.message);
  }
}

function showOrders(orders) {
  const list = byId('orders');
  for (const order of orders.toReversed()) {
    let item = list.querySelector(`[data-order="${order.number}"]`);
    if (!item) {
      item = byId('order').content.firstElementChild.cloneNode(true);
      item.dataset.order = order.number;
      item.querySelector('.number').textContent = `No. ${order.number}`;
      item.querySelector('a').textContent = order.name;
      item.querySelector('.express').textContent = order.express ? 'express' : '';
      list.prepend(item);
    }
    const state = item.querySelector('.state');
    state.textContent = order.state;
    state.className = `badge state ${order.state}`;
    state.title = order.failure ?? '';
    if (order.print) {
      item.querySelector('a').href = order.print;
    }
  }
}

/* The queues and the synchronizers */

function showCards(list, template, entries, show) {
  for (const [name, entry] of entries) {
    let card = list.querySelector(`[data-${template}="${CSS.escape(name)}"]`);
    if (!card) {
      card = byId(template).content.firstElementChild.cloneNode(true);
      card.dataset[template] = name;
      card.querySelector('h3').textContent = name;
      list.append(card);
    }
    show(card, entry);
  }
}

function showQueue(card, queue) {
  const badge = card.querySelector('.badge');
  badge.textContent = queue.shutDown ? 'shut down' : queue.type;
  badge.className = `badge ${queue.shutDown ? 'failed' : ''}`;
  showMeter(card.querySelector('.queue'), queue.size, queue.capacity, 'waiting');
  card.querySelector('.items').textContent = `${queue.gets} taken, ${queue.unfinished} unfinished`;
}

function showSynchronizer(card, synchronizer) {
  const broken = synchronizer.broken === true;
  const badge = card.querySelector('.badge');
  badge.textContent = broken ? 'broken' : synchronizer.kind;
  badge.className = `badge ${broken ? 'failed' : ''}`;
  badge.title = synchronizer.brokenBy ?? '';
  const held = card.querySelector('.held');
  if (synchronizer.kind === 'barrier') {
    showMeter(held, synchronizer.waiting.length, synchronizer.parties, 'there');
  } else if (synchronizer.kind === 'semaphore') {
    showMeter(held, synchronizer.permits - synchronizer.available, synchronizer.permits, 'in use');
  } else {
    showMeter(held, synchronizer.owner ? 1 : 0, 1, 'held');
  }
  card.querySelector('.waiting').textContent = (synchronizer.waiting ?? synchronizer.waiters)
    .map((waiter) => waiter.task ?? waiter.thread).join(', ') || 'nobody';
}

/* The scheduled tasks */

async function steer(scheduler, task, action) {
  showMessage(null);
  try {
    await request(`actuator/schedulers/${encodeURIComponent(scheduler)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ task, action }),
    });
    poll();
  } catch (error) {
    showMessage(error.message);
  }
}

function showTask(card, { scheduler, task }) {
  if (!card.dataset.scheduler) {
    card.dataset.scheduler = scheduler;
    card.querySelector('.trigger').addEventListener('click', () => steer(scheduler, task.id, 'trigger'));
    card.querySelector('.pause').addEventListener('click',
      () => steer(scheduler, task.id, card.dataset.paused === 'true' ? 'resume' : 'pause'));
  }
  card.dataset.paused = task.paused;
  const state = task.active > 0 ? 'running' : task.paused ? 'paused' : task.failing ? 'failed' : '';
  const badge = card.querySelector('.badge');
  badge.textContent = state === 'failed' ? 'failing' : state;
  badge.className = `badge ${state}`;
  card.querySelector('.pause').textContent = task.paused ? 'Resume' : 'Pause';
  card.querySelector('.next').textContent = task.next ? new Date(task.next).toLocaleString() : 'not known';
  card.querySelector('.last').textContent = task.last
    ? `${task.last.outcome} at ${new Date(task.last.startedAt).toLocaleString()}` : 'never';
  card.querySelector('.last').title = task.last?.error ?? '';
  card.querySelector('.runs').textContent = `${task.runs}${task.failures > 0 ? `, ${task.failures} failed` : ''}`;
}

/* The executors */

function showExecutors(executors) {
  const list = byId('executors');
  const ours = ([, executor]) => executor.origin === 'heddle' ? 0 : 1;
  for (const [name, executor] of Object.entries(executors).sort((a, b) => ours(a) - ours(b))) {
    let card = list.querySelector(`[data-name="${CSS.escape(name)}"]`);
    if (!card) {
      card = byId('executor').content.firstElementChild.cloneNode(true);
      card.dataset.name = name;
      card.querySelector('h3').textContent = name;
      card.querySelector('button').addEventListener('click', () => pause(name, card.dataset.paused !== 'true'));
      list.append(card);
    }
    showExecutor(card, executor);
  }
}

function showExecutor(card, executor) {
  const paused = executor.paused === true;
  const badge = card.querySelector('.badge');
  badge.className = `badge ${paused ? 'paused' : executor.stuck ? 'stuck' : ''}`;
  badge.textContent = paused ? 'paused' : executor.stuck ? `${executor.stuck} stuck`
    : executor.origin === 'heddle' ? '' : executor.origin;
  card.dataset.paused = paused;
  const button = card.querySelector('button');
  button.hidden = executor.paused === undefined;
  button.textContent = paused ? 'Resume' : 'Pause';
  showMeter(card.querySelector('.threads'), executor.active, executor.maxPoolSize, 'busy');
  showMeter(card.querySelector('.queue'), executor.queue?.size, executor.queue?.capacity, 'waiting');
  const tasks = executor.tasks;
  card.querySelector('.tasks').textContent = !tasks ? 'not counted'
    : [`${tasks.completed} completed`,
      ...['failed', 'cancelled', 'rejected', 'timedOut'].filter((kind) => tasks[kind] > 0)
        .map((kind) => `${tasks[kind]} ${kind === 'timedOut' ? 'timed out' : kind}`)].join(', ');
}

function showMeter(cell, value, max, word) {
  const bounded = Number.isInteger(max) && max < 2 ** 31 - 1;
  const meter = cell.querySelector('meter');
  meter.hidden = !bounded || value === undefined;
  if (!meter.hidden) {
    meter.max = Math.max(1, max);
    meter.value = value;
  }
  cell.querySelector('span').textContent = value === undefined ? 'unknown'
    : bounded ? `${value} of ${max} ${word}` : `${value} ${word}`;
}

async function pause(name, paused) {
  showMessage(null);
  try {
    await request(`actuator/executors/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ paused }),
    });
    poll();
  } catch (error) {
    showMessage(error.message);
  }
}

/* The process pools */

function showPools(pools) {
  const list = byId('pools');
  for (const [name, pool] of Object.entries(pools)) {
    let card = list.querySelector(`[data-pool="${CSS.escape(name)}"]`);
    if (!card) {
      card = byId('pool').content.firstElementChild.cloneNode(true);
      card.dataset.pool = name;
      card.querySelector('h3').textContent = name;
      list.append(card);
    }
    const badge = card.querySelector('.badge');
    badge.className = `badge ${pool.broken ? 'failed' : ''}`;
    badge.textContent = pool.broken ? 'broken' : plural(pool.restarts, 'restart');
    showMeter(card.querySelector('.workers'), pool.busy, pool.size, 'busy');
    card.querySelector('.pids').textContent = pool.workers.map((worker) => worker.pid).join(', ') || 'none yet';
    card.querySelector('.tasks').textContent = `${pool.tasks.completed} completed`
      + (pool.tasks.crashed > 0 ? `, ${pool.tasks.crashed} crashed` : '');
  }
}

byId('crash').addEventListener('click', async () => {
  showMessage(null);
  try {
    await request('api/crash', { method: 'POST' });
    showMessage('The worker that renders the next picture will crash.');
  } catch (error) {
    showMessage(error.message);
  }
});

/* The subprocesses */

function showSubprocess(card, subprocess) {
  const badge = card.querySelector('.badge');
  badge.textContent = subprocess.waiting > 0 ? `${subprocess.waiting} waiting` : '';
  showMeter(card.querySelector('.running'), subprocess.running.length, subprocess.maxConcurrent, 'running');
  card.querySelector('.command').textContent = subprocess.command.join(' ');
  card.querySelector('.command').title = subprocess.executable;
  const runs = subprocess.runs;
  card.querySelector('.runs').textContent = [`${runs.succeeded} succeeded`,
    ...['failed', 'timedOut', 'refused'].filter((kind) => runs[kind] > 0)
      .map((kind) => `${runs[kind]} ${kind === 'timedOut' ? 'timed out' : kind}`)].join(', ');
}

/* Polling */

let timer;
let generation = 0;

async function poll() {
  clearTimeout(timer);
  const mine = ++generation;
  let busy = false;
  try {
    const [batch, orders, endpoint, pools, queues, synchronizers, subprocesses, schedulers] = await Promise.all([
      'api/batches/latest', 'api/orders', 'actuator/executors', 'actuator/processpools', 'actuator/queues',
      'actuator/synchronizers', 'actuator/subprocesses', 'actuator/schedulers'].map((address) => request(address)));
    if (mine !== generation) {
      return;
    }
    if (batch) {
      showBatch(batch);
      busy = !batch.ended;
    }
    busy ||= orders.some((order) => !order.ended);
    showOrders(orders);
    showCards(byId('queues'), 'queue', Object.entries(queues.queues), showQueue);
    showCards(byId('synchronizers'), 'synchronizer',
      Object.values(synchronizers).flatMap((kind) => Object.entries(kind)), showSynchronizer);
    showCards(byId('tasks'), 'task', Object.entries(schedulers.schedulers)
      .flatMap(([scheduler, { tasks }]) => tasks.map((task) => [task.id, { scheduler, task }])), showTask);
    showExecutors(endpoint.executors);
    showPools(pools.processpools);
    showCards(byId('subprocesses'), 'subprocess', Object.entries(subprocesses.subprocesses), showSubprocess);
    if (byId('message').dataset.lost) {
      delete byId('message').dataset.lost;
      showMessage(null);
    }
  } catch (error) {
    byId('message').dataset.lost = 'true';
    showMessage('The photo lab does not answer. Is it still running?');
  }
  if (mine === generation) {
    timer = setTimeout(poll, busy ? BUSY_INTERVAL : IDLE_INTERVAL);
  }
}

poll();
