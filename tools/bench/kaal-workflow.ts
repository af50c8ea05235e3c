import { proxyLocalActivities, sleep } from '@temporalio/workflow';

const { schrijf } = proxyLocalActivities<{ schrijf(): Promise<void> }>({
  startToCloseTimeout: '5 seconds',
});

/** The least that a durable process can do: wait once, write once. */
export async function kaal(): Promise<void> {
  await sleep(1);
  await schrijf();
}
