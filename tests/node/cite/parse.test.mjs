import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidates, number, parse } from '../../../theme/assets/cite/parse.js';

const index = {
  places: [
    { code: '370300', names: ['淄博市'], path: ['山东省'], reports: { gwr: [2022, 2023] } },
    { code: '370306', names: ['周村区'], path: ['山东省', '淄博市'], reports: { gwr: [2022, 2023], plan: [2023] } },
    { code: '370830003', names: ['南站街道', '南站镇'], path: ['山东省', '济宁市', '汶上县'], reports: { gwr: [2019] } },
    { code: '371502', names: ['东昌府区'], path: ['山东省', '聊城市'], reports: { plan: [2023, 2024] } },
    { code: '220104', names: ['朝阳区'], path: ['吉林省', '长春市'], reports: { gwr: [2023] } },
    { code: '110105', names: ['朝阳区'], path: ['北京市'], reports: { gwr: [2023] } },
  ],
  redirects: [
    { from: '/r/370302/2023/gwr/', to: '/r/370306/2023/gwr/' },
    { from: '/r/370302/2023/gwr/#p3', to: '/r/370300/2023/gwr/#p5' },
  ],
};

const first = (query) => {
  const found = candidates(index, query)[0];
  return found ? `${found.code}/${found.year}/${found.kind}${found.edition ? `/v${found.edition}` : ''}${found.anchor ? `#${found.anchor}` : ''}` : '';
};

for (const [query, report] of [
  ['周村 2023 第17段', '370306/2023/gwr#p17'],
  ['周村２０２３第１７段', '370306/2023/gwr#p17'],
  ['周村区2022年报告第十七段', '370306/2022/gwr#p17'],
  ['周村 2023 p17', '370306/2023/gwr#p17'],
  ['周村 2023 计划报告', '370306/2023/plan'],
  ['淄博 2023', '370300/2023/gwr'],
  ['淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. https://x.org/report-archive/r/370306/2023/gwr/#p17.', '370306/2023/gwr#p17'],
  ['淄博市人民政府. 2023年淄博市政府工作报告[R/OL]. (2022-12-28)[2026-11-21].', '370300/2023/gwr'],
  ['汶上县南站镇人民政府. (ca. 2019). 2019年南站镇政府工作报告', '370830003/2019/gwr'],
  ['南站街道 2019', '370830003/2019/gwr'],
  ['关于东昌府区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告', '371502/2024/plan'],
  ['北京朝阳 2023', '110105/2023/gwr'],
  ['长春市朝阳区 2023', '220104/2023/gwr'],
  ['https://x.org/r/370306/2023/gwr/?t=8c1f04d2#p17', '370306/2023/gwr#p17'],
  ['https://x.org/r/370306/2023/gwr/v1/#p17', '370306/2023/gwr/v1#p17'],
  ['https://x.org/a/r/370306/2023/gwr/#p17:~:text=%E5%91%A8%E6%9D%91', '370306/2023/gwr#p17'],
  ['https://x.org/r/370302/2023/gwr/#p9', '370306/2023/gwr#p9'],
  ['https://x.org/r/370302/2023/gwr/#p3', '370300/2023/gwr#p5'],
  ['/r/%E5%B1%B1%E4%B8%9C%E7%9C%81/%E6%B7%84%E5%8D%9A%E5%B8%82/%E5%91%A8%E6%9D%91%E5%8C%BA/2023/#p5', '370306/2023/gwr#p5'],
  ['周村 2019', ''],
  ['天津 2023', ''],
  ['', ''],
]) test(`${query || 'nothing'} leads to ${report || 'nothing'}`, () => assert.equal(first(query), report));

test('a place without a year offers its reports, the newest first', () =>
  assert.deepEqual(candidates(index, '淄博市').map((report) => report.year), [2023, 2022]));

test('numbers in Chinese digits', () => {
  for (const [text, value] of [['七', 7], ['十', 10], ['十七', 17], ['二十', 20], ['九十九', 99], ['一百', 100], ['一百零五', 105], ['一百二十三', 123]])
    assert.equal(number(text), value, text);
});

test('a broken percent sign does not stop the search', () => assert.deepEqual(parse('增长5% 2023').years, [2023]));
