// A card that is tapped on a phone of the playground: heard once, however long its page takes.
import { expect, test } from 'vitest';
import { tapCard } from '#server/hosts/node/playground/page/card-tap';

/** A phone whose app and page are moved by hand, and the looks at it. */
function phoneInHand() {
  const state = { start: null as object | null, isOpen: false, taps: 0, isWatched: true, look: () => {} };
  const phone = {
    start: () => state.start,
    isOpen: () => state.isOpen,
    tap: () => {
      state.taps += 1;
    },
  };
  tapCard(phone, (act) => {
    state.look = () => {
      if (state.isWatched) act();
    };
    return () => {
      state.isWatched = false;
    };
  });
  return state;
}

test('is tapped once while its page is still coming', () => {
  const phone = phoneInHand();
  phone.start = {};
  for (let look = 0; look < 10; look += 1) phone.look();
  expect(phone.taps).toBe(1);
  phone.isOpen = true;
  phone.look();
  expect(phone).toMatchObject({ taps: 1, isWatched: false });
});

test('waits for an app that is still starting', () => {
  const phone = phoneInHand();
  phone.look();
  expect(phone.taps).toBe(0);
  phone.start = {};
  phone.look();
  expect(phone.taps).toBe(1);
});

test('is tapped again where the app has started anew before its page was there', () => {
  const phone = phoneInHand();
  phone.start = {};
  phone.look();
  phone.start = null;
  phone.look();
  phone.start = {};
  phone.look();
  expect(phone.taps).toBe(2);
});

test('is given up after a while', () => {
  const phone = phoneInHand();
  for (let look = 0; look < 31; look += 1) phone.look();
  expect(phone.isWatched).toBe(false);
});
