import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/index.ts';
import { ask, makeSearchable, type Reply } from '../../src/search/index.ts';
import { anyText } from '../any-text.ts';
import { loadProject } from '../project-catalog.ts';
import { answerId, smallCatalog } from '../small-catalog.ts';

const { catalog } = await loadProject();

/** Asked in a chat of another language, so that the reply's language is the question's own. */
function asked(question: string, language: Language): Reply {
  return ask(question, { language: language === 'ru' ? 'kk' : 'ru' }, catalog);
}

/** The follow-ups by the bare names of kin that bring another answer than theirs on the topic, or else their overview. */
function astrayOf(language: Language, wordings: (name: string) => string[]): string[] {
  const { answers, kin } = catalog.index;
  return answers.flatMap((shown) =>
    [...(kin[shown.entryNumber] ?? [])].flatMap((other) => {
      const own = answers.filter(({ entryNumber }) => entryNumber === other);
      const right =
        own.find(({ topicDocument }) => topicDocument === shown.topicDocument) ??
        own.find(({ isOverview }) => isOverview);
      const entry = right && catalog.entries.get(right.entry);
      if (!entry || !/^(?:hubs|facilities|routes)/.test(entry.id)) return [];
      return wordings(entry.name[language])
        .filter((text) => ask(text, { language, context: shown.id }, catalog).matches[0]?.answer !== right.id)
        .map((text) => `${shown.id}: ${text}`);
    }),
  );
}

/** The topics of the answers that people choose from. */
function topicsToChoose({ decision }: Reply): (string | undefined)[] {
  return decision.kind === 'choose' ? decision.answers.map((id) => catalog.answers.get(id)?.topic) : [];
}

describe('ask in Kazakh', () => {
  it.each([
    ['a clean question', 'Каспий хабы қай облыста тұр', 'hubs/caspian/about'],
    ['a clean question', 'Қорғас хабында қандай терминалдар мен қоймалар бар', 'hubs/khorgos/facilities'],
    ['a clean question', 'Орталық Азия хабының тауар айналымы қандай', 'hubs/central-asia/trade'],
    ['upper case', 'ҚОРҒАС ХАБЫНЫҢ НЫСАНДАРЫ ҚАНДАЙ', 'hubs/khorgos/facilities'],
    ['upper case', 'КАСПИЙ ХАБЫНЫҢ БАЙЛАНЫС ТЕЛЕФОНЫ', 'hubs/caspian/contacts'],
    ['Russian letters', 'коргас хабы кай жерде орналаскан', 'hubs/khorgos/about'],
    ['Russian letters', 'каспий хабынын порттары мен терминалдары кандай', 'hubs/caspian/facilities'],
    ['Russian letters', 'еуразия орталыгына калай катысуга болады', 'hubs/eurasia/take-part'],
    ['a typo', 'АЭА резидинті болу үшін қандай қадам жасау керек', 'guides/become-sez-resident/about'],
    ['a typo', 'Алтау кешенінің құрылысы қай сатыда, қашан бітеді', 'hubs/zhambyl/progress'],
    ['inflected names', 'Қорғас хабының байланыстары', 'hubs/khorgos/contacts'],
    ['inflected names', 'Каспий хабындағы кедендік режим қандай', 'hubs/caspian/regime'],
    ['inflected names', 'Құрықтан Бакуге паром неше сағат жүреді', 'facilities/kuryk-port/about'],
  ])('answers %s: %s', (_, question, answer) => {
    expect(asked(question, 'kk')).toMatchObject({ language: 'kk', decision: { kind: 'answer', answer } });
  });

  it.each([['хабта не салынып жатыр', 'progress']])(
    'lets people choose where several hubs fit: %s',
    (question, topic) => {
      expect(topicsToChoose(asked(question, 'kk'))).toContain(topic);
    },
  );

  it.each([
    'бүгін ауа райы қандай',
    'пиццаның рецепті',
    'футбол матчының нәтижесі',
    'маған өлең жазып бер',
    'ең жақын дәріхана',
    'сәлем',
  ])('refuses what Torap does not cover: %s', (question) => {
    expect(asked(question, 'kk').decision.kind).toBe('refuse');
  });
});

describe('ask in Russian', () => {
  it.each([
    ['a clean question', 'какие товары идут через Каспийский хаб', 'hubs/caspian/trade'],
    ['a clean question', 'телефон и почта каспийского хаба', 'hubs/caspian/contacts'],
    ['a clean question', 'как стать резидентом СЭЗ: шаги и документы', 'guides/become-sez-resident/about'],
    ['a clean question', 'очередь на границе', 'guides/border-queue/about'],
    ['a clean question', 'комплекс Алатау таможенный режим', 'hubs/zhambyl/regime'],
    ['upper case', 'ГДЕ НАХОДИТСЯ КАСПИЙСКИЙ ХАБ НА КАРТЕ', 'hubs/caspian/about'],
    ['upper case', 'КАКИЕ СКЛАДЫ И ТЕРМИНАЛЫ ЕСТЬ В ХАБЕ ХОРГОС', 'hubs/khorgos/facilities'],
    [
      'Kazakh spelling of a name',
      'с Коргаса сколько килограммов без пошлины можно вывезти',
      'hubs/khorgos/regime',
    ],
    ['a typo', 'каспийскй хаб где это', 'hubs/caspian/about'],
    ['a typo', 'терминалы Каспийсого хаба и их мощность', 'hubs/caspian/facilities'],
    ['inflected names', 'Хоргоса объекты и терминалы', 'hubs/khorgos/facilities'],
    ['inflected names', 'сколько дней идёт груз в Баку через Каспийский хаб', 'hubs/caspian/routes'],
    ['inflected names', 'от центра Евразия какими дорогами ехать в Россию', 'hubs/eurasia/routes'],
    ['inflected names', 'ход строительства комплекса Алатау', 'hubs/zhambyl/progress'],
  ])('answers %s: %s', (_, question, answer) => {
    expect(asked(question, 'ru')).toMatchObject({ language: 'ru', decision: { kind: 'answer', answer } });
  });

  it.each([['таможенный режим хаба', 'regime']])(
    'lets people choose where several hubs fit: %s',
    (question, topic) => {
      expect(topicsToChoose(asked(question, 'ru'))).toContain(topic);
    },
  );

  it.each([
    'какая завтра погода',
    'рецепт борща со сметаной',
    'напиши стихотворение о любви',
    'курс биткоина сегодня',
    'как вылечить кашель ребёнку',
    'привет',
  ])('refuses what Torap does not cover: %s', (question) => {
    expect(asked(question, 'ru').decision.kind).toBe('refuse');
  });
});

describe('ask in English', () => {
  it.each([
    ['a clean question', 'phone and email of the Caspian hub', 'hubs/caspian/contacts'],
    [
      'a clean question',
      'which steps to take to become a resident of an economic zone',
      'guides/become-sez-resident/about',
    ],
    ['a clean question', 'truck queue at the border', 'guides/border-queue/about'],
    ['a clean question', 'customs regime of the Alatau complex', 'hubs/zhambyl/regime'],
    ['a clean question', 'what cargo and how much of it moves through the Caspian hub', 'hubs/caspian/trade'],
    [
      'a clean question',
      'which production buildings has the Central Asia centre',
      'hubs/central-asia/facilities',
    ],
    ['upper case', 'WHAT IS THE CASPIAN HUB AND WHERE IS IT', 'hubs/caspian/about'],
    ['upper case', 'PROGRESS OF CONSTRUCTION AT THE ALATAU COMPLEX', 'hubs/zhambyl/progress'],
    ['a typo', 'Caspain hub terminals and berths capacity', 'hubs/caspian/facilities'],
    ['a typo', 'Alatau complex: construction progrss', 'hubs/zhambyl/progress'],
    ['inflected words', "the Khorgos hub's facilities", 'hubs/khorgos/facilities'],
    ['inflected words', 'ferries of the Caspian hub to Baku: how many days', 'hubs/caspian/routes'],
    ['inflected words', 'how can a company take part in the Eurasia centre', 'hubs/eurasia/take-part'],
  ])('answers %s: %s', (_, question, answer) => {
    expect(asked(question, 'en')).toMatchObject({ language: 'en', decision: { kind: 'answer', answer } });
  });

  it.each([['customs regime of the hub', 'regime']])(
    'lets people choose where several hubs fit: %s',
    (question, topic) => {
      expect(topicsToChoose(asked(question, 'en'))).toContain(topic);
    },
  );

  it.each([
    'what is the weather tomorrow',
    'best pizza recipe with mushrooms',
    'who won the football match yesterday',
    'write me a poem about love',
    'how to fix my laptop screen',
    'hello',
  ])('refuses what Torap does not cover: %s', (question) => {
    expect(asked(question, 'en').decision.kind).toBe('refuse');
  });
});

describe('ask, typed in other letters', () => {
  it.each([
    ['kk', 'qorgas habynda qandai nysandar bar', 'hubs/khorgos/facilities'],
    ['kk', 'Qorğasta dükender qai jaqta, bäri Qytaida ma', 'facilities/icbc-khorgos/about'],
    ['kk', '9jh4fc [f,skyls4 ,fqkfyscnfhs', 'hubs/khorgos/contacts'],
    ['ru', 'kak stat rezidentom sez kakie shagi i dokumenty', 'guides/become-sez-resident/about'],
    ['ru', 'rfr pf,hjybhjdfnm jxthtlm yf uhfybwt', 'guides/border-queue/about'],
    ['en', 'екгсл йгугу фе еру ищквук', 'guides/border-queue/about'],
  ] as const)('understands %s: %s', (language, question, answer) => {
    const { language: spoken, matches } = ask(question, { language: 'en' }, catalog);
    expect(spoken).toBe(language);
    expect(matches[0]?.answer).toBe(answer);
  });
});

describe('ask, of a topic or a name alone', () => {
  it.each([
    ['контакты', 'contacts'],
    ['хабтағы жеңілдіктер', 'regime'],
    ['taxes', 'regime'],
  ])('asks which hub is meant: %s', (question, topic) => {
    const topics = topicsToChoose(ask(question, { language: 'ru' }, catalog));
    expect(topics).toEqual([topic, topic, topic, topic, topic]);
  });

  it.each([
    ['Хоргос', 'hubs/khorgos/about'],
    ['Caspian hub', 'hubs/caspian/about'],
    ['Құрық порты', 'facilities/kuryk-port/about'],
    ['TITR', 'routes/middle-corridor/about'],
  ])('opens what is named: %s', (question, answer) => {
    expect(ask(question, { language: 'ru' }, catalog).decision).toMatchObject({ kind: 'answer', answer });
  });
});

describe('ask, after an answer', () => {
  it.each([
    ['kk', 'ал байланыс?'],
    ['ru', 'а контакты?'],
    ['en', 'and contacts?'],
  ] as const)('answers in %s with the contacts of the hub of what was shown: %s', (language, question) => {
    const shown = [
      ['facilities/kuryk-port/about', 'hubs/caspian/contacts'],
      ['facilities/nur-zholy-crossing/about', 'hubs/khorgos/contacts'],
      ['facilities/sez-turan/about', 'hubs/central-asia/contacts'],
      ['hubs/eurasia/routes', 'hubs/eurasia/contacts'],
    ] as const;
    for (const [context, answer] of shown) {
      const { decision } = ask(question, { language, context: answerId(context) }, catalog);
      expect(decision).toMatchObject({ kind: 'answer', answer });
    }
  });

  it.each([
    ['ru', 'а как туда добраться?', 'hubs/khorgos/about', 'hubs/khorgos/routes'],
    ['ru', 'а контакты?', 'hubs/caspian/progress', 'hubs/caspian/contacts'],
    ['ru', 'а в Актау порту?', 'facilities/kuryk-port/progress', 'facilities/aktau-port/progress'],
    ['kk', 'ал байланыс?', 'hubs/zhambyl/regime', 'hubs/zhambyl/contacts'],
    ['kk', 'жамбылда ше', 'hubs/eurasia/regime', 'hubs/zhambyl/regime'],
    ['en', 'and what about taxes?', 'hubs/caspian/about', 'hubs/caspian/regime'],
    ['en', 'and zhambyl?', 'hubs/caspian/progress', 'hubs/zhambyl/progress'],
  ] as const)('goes on from it (%s): %s', (language, question, before, answer) => {
    const { matches } = ask(question, { language, context: answerId(before) }, catalog);
    expect(matches[0]?.answer).toBe(answer);
  });

  it.each([
    ['kk', (name: string) => [`${name} ше?`, `ал ${name}?`]],
    ['ru', (name: string) => [`а ${name}?`, `а что насчёт ${name}`]],
    ['en', (name: string) => [`and ${name}?`, `what about ${name}?`]],
  ] as const)('asks the same of every other of a sort by its bare name (%s)', (language, wordings) => {
    expect(astrayOf(language, wordings)).toEqual([]);
  });

  it.each([
    ['kk', 'ал Құрықта ше?', 'facilities/aktau-port/about', 'facilities/kuryk-port/about'],
    ['ru', 'а в Курыке?', 'facilities/aktau-port/about', 'facilities/kuryk-port/about'],
    ['ru', 'а в Актау?', 'facilities/kuryk-port/progress', 'facilities/aktau-port/progress'],
    ['en', 'and in Kuryk?', 'facilities/aktau-port/about', 'facilities/kuryk-port/about'],
  ] as const)('knows a bare name in a case of its (%s): %s', (language, question, before, answer) => {
    const { matches } = ask(question, { language, context: answerId(before) }, catalog);
    expect(matches[0]?.answer).toBe(answer);
  });

  it.each([
    ['kk', 'порт қашан кеңейеді'],
    ['kk', 'ондағы порт қашан кеңейеді'],
    ['ru', 'когда расширят порт'],
    ['en', 'when will the port be expanded'],
  ] as const)('offers the port that was shown for a bare "the port" (%s): %s', (language, question) => {
    const { matches } = ask(
      question,
      { language, context: answerId('facilities/kuryk-port/about') },
      catalog,
    );
    expect(matches.slice(0, 2).map(({ answer }) => answer)).toContain('facilities/kuryk-port/progress');
  });

  it.each([
    ['kk', 'қандай құжат керек', 'guides/food-to-china/about'],
    ['kk', 'қанша тұрады', 'guides/border-queue/about'],
    ['ru', 'сколько ждать', 'guides/certificate-of-origin/about'],
    ['ru', 'на сколько лет', 'guides/investment-preferences/about'],
    ['ru', 'где он', 'facilities/khorgos-dry-port/about'],
    ['en', 'who do we write to', 'formats/industrial-zone/about'],
    ['en', 'how much is it', 'guides/ship-middle-corridor/about'],
  ] as const)(
    'asks what was shown itself for a price, a time or an office (%s): %s',
    (language, question, shown) => {
      const { matches } = ask(question, { language, context: answerId(shown) }, catalog);
      expect(matches[0]?.answer).toBe(shown);
    },
  );

  it.each([
    ['kk', 'көлемі қанша', 'routes/middle-corridor/about', 'routes/middle-corridor/trade'],
    ['ru', 'цифры по объёмам есть?', 'routes/north-south/about', 'routes/north-south/trade'],
    ['en', 'volumes?', 'routes/china-europe-rail/about', 'routes/china-europe-rail/trade'],
    [
      'en',
      'what is under construction there',
      'facilities/icbc-khorgos/about',
      'facilities/icbc-khorgos/progress',
    ],
  ] as const)(
    'takes a bare topic for that of a place which has it (%s): %s',
    (language, question, shown, answer) => {
      const { matches } = ask(question, { language, context: answerId(shown) }, catalog);
      expect(matches[0]?.answer).toBe(answer);
    },
  );

  it.each([
    ['а там есть склады?', 'ru', 'facilities'],
    ['and how do I get there', 'en', 'routes'],
    ['ал байланыс?', 'kk', 'contacts'],
  ] as const)('answers what is asked of a hub that was shown: %s', (question, language, topic) => {
    const hubs = catalog.index.usual.map((id) => id.replace(/about$/, ''));
    const found = hubs.map(
      (hub) => ask(question, { language, context: answerId(`${hub}about`) }, catalog).decision,
    );
    expect(found).toMatchObject(hubs.map((hub) => ({ kind: 'answer', answer: hub + topic })));
  });

  it.each([
    ['где получить сертификат СТ-1', 'guides/certificate-of-origin/about'],
    ['сколько берут с грузовика на пароме из Курыка', 'facilities/kuryk-port/about'],
  ])('takes a question that names what it asks for as it is: %s', (question, answer) => {
    const context = answerId('hubs/khorgos/about');
    expect(ask(question, { language: 'ru', context }, catalog).matches[0]?.answer).toBe(answer);
  });
});

describe('ask, of odd text', () => {
  it.each([
    ['nothing', ''],
    ['a message of full length', 'сколько стоит аренда '.repeat(200).slice(0, 4096)],
    ['one letter again and again', 'а'.repeat(4096)],
    ['one letter in words', 'a '.repeat(2048)],
    ['emoji alone', '🚛🚛🚛 ‼️ 🇰🇿'],
    ['control and direction characters', '\u0000\u202eпорт\u200b\u2066'],
    ['scripts in one word', 'пoрт aктау қойma 港口 ميناء'],
    ['signs of regular expressions', '(.*)+?[^\\w]$ a{1,9999}|\\1'],
    ['HTML', '<b>порт</b><script>alert(1)</script>&nbsp;'],
    ['names of objects', 'constructor __proto__ toString hasOwnProperty'],
    ['half a pair', 'порт \ud83d'],
  ])('decides sensibly: %s', (_, text) => {
    for (const context of [undefined, answerId('hubs/khorgos/about')]) {
      expect(complaintsOf(ask(text, { language: 'ru', context }, catalog))).toEqual([]);
    }
  });

  it.each(['', '🚛 ‼️', 'а'.repeat(4096)])('refuses what says nothing: %j', (text) => {
    expect(ask(text, { language: 'ru' }, catalog).decision.kind).toBe('refuse');
  });
});

describe('ask', () => {
  it.each(['Каспий', 'Хоргос', 'Алатау', 'Caspian'])('finds the overview by a bare name: %s', (name) => {
    const [best] = ask(name, { language: 'ru' }, catalog).matches;
    expect(best?.answer && catalog.answers.get(best.answer)?.topic).toBe('about');
  });

  it('gives the best answers also on refusal', () => {
    const { decision, matches } = asked('what is the weather tomorrow', 'en');
    expect(decision.kind).toBe('refuse');
    expect(matches.length).toBeGreaterThanOrEqual(3);
  });

  it('suggests three answers on refusal', () => {
    expect(asked('hello', 'en').decision).toMatchObject({
      kind: 'refuse',
      suggestions: catalog.index.usual.slice(0, 3),
    });
  });

  it('finds an answer by any of its own example questions', () => {
    const answering = [...catalog.answers.values()].filter((answer) => !answer.draft);
    const missed = answering.flatMap((answer) =>
      LANGUAGES.flatMap((language) =>
        answer.texts[language].questions.filter(
          (question) =>
            !asked(question, language)
              .matches.slice(0, 3)
              .some((match) => match.answer === answer.id),
        ),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('never answers with a draft', () => {
    const drafted = makeSearchable(
      smallCatalog({
        'hubs/khorgos': { topics: { about: { questions: ['grain terminal at Khorgos'], draft: true } } },
      }),
    );
    expect(ask('grain terminal at Khorgos', { language: 'en' }, drafted)).toMatchObject({
      decision: { kind: 'refuse', suggestions: [] },
      matches: [],
    });
  });

  it('holds for any text: a decision, and matches from 0 to 1, the best first', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...LANGUAGES), fc.boolean(), (text, language, goesOn) => {
        const context = goesOn ? answerId('hubs/khorgos/about') : undefined;
        const reply = ask(text, { language, context }, catalog);
        expect(complaintsOf(reply)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** What is wrong with a reply, whatever was asked. */
function complaintsOf({ language, decision, matches }: Reply): string[] {
  const confidences = matches.map(({ confidence }) => confidence);
  const offered =
    decision.kind === 'answer'
      ? [decision.answer]
      : decision.kind === 'choose'
        ? decision.answers
        : decision.suggestions;
  const [fewest, most] = { answer: [1, 1], choose: [2, 5], refuse: [3, 3] }[decision.kind];
  const rules: [string, boolean][] = [
    ['speaks an unknown language', !LANGUAGES.includes(language)],
    ['has a confidence outside 0 to 1', !confidences.every((value) => value >= 0 && value <= 1)],
    ['is not sorted', confidences.some((value, place) => value > (confidences[place - 1] ?? 1))],
    ['has too many matches', matches.length > 5],
    ['offers too few or too many answers', offered.length < (fewest ?? 0) || offered.length > (most ?? 0)],
    ['offers an answer twice', new Set(offered).size < offered.length],
    ['offers what content does not have', !offered.every((answer) => catalog.answers.has(answer))],
    [
      'answers with something else than its best match',
      decision.kind === 'answer' && decision.answer !== matches[0]?.answer,
    ],
  ];
  return rules.filter(([, broken]) => broken).map(([complaint]) => complaint);
}
