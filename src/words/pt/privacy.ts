// Os dados de alguém em suas próprias mãos: o que guardo, o arquivo, a exclusão, o aviso a quem sumiu.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const privacy: Words['privacy'] = {
  command: {
    privacy: { name: 'privacidade', description: 'O que guardo sobre você: veja, leve, apague' },
    show: { name: 'mostrar', description: 'O que guardo sobre você e por quanto tempo' },
    export: { name: 'exportar', description: 'Tudo sobre você em um arquivo, só para você' },
    delete: { name: 'apagar', description: 'Apague tudo sobre você, em todos os servidores' },
    visibility: { name: 'visibilidade', description: 'Se os outros veem você nos rankings' },
    shown: { name: 'modo', description: 'Visível, anônima ou oculta' },
  },
  title: 'O que guardo sobre você',
  nothing: 'Nada: você ainda não respondeu nem ajustou nada.',
  line: (what, rows) =>
    plural(rows, { one: `- **${what}:** # registro`, other: `- **${what}:** # registros` }),
  tables: {
    members: 'Ajustes',
    pauses: 'Pausas da sua sequência',
    answers: 'Respostas',
    member_questions: 'Questões que você viu',
    sittings: 'Simulados',
    real_results: 'Resultados de exames reais que você contou',
    diagnoses: 'Diagnósticos',
    estimates: 'Estimativas do seu nível, por dia',
    posts: 'Questões que você pediu',
    question_drafts: 'Questões que você está escrevendo',
    question_imports: 'Arquivos que você está importando',
    tickets: 'Relatos que você decidiu',
    regraded: 'Respostas corrigidas de novo',
    own_packs: 'Pacotes de questões que você criou para um servidor',
    own_questions: 'Questões que você escreveu ou sugeriu',
    amendments: 'Decisões sobre questões que você avaliou',
    rounds: 'Rodadas que você começou',
    lesson_progress: 'Lições que você concluiu',
    card_decks: 'Onde você está nos flashcards',
    study_plans: 'Seus planos de estudos',
    study_tasks: 'Atividades práticas que você fez',
    cooldowns: 'Tempo de espera até a próxima questão',
    streak_days: 'Dias ativos',
    streaks: 'Sua sequência',
    streak_places: 'Servidores em que sua sequência é comparada',
    scores: 'Lugares nos rankings',
    review_cards: 'Cartões da sua revisão',
    review_members: 'Quão bem você lembra',
    absentees: 'Servidores que você deixou',
    kept_scores: 'O que somaram respostas apagadas',
    kept_places: 'Onde você respondeu por último, de respostas apagadas',
    reports: 'Relatos sobre questões',
    server_changes: 'Mudanças em servidores que você gerencia',
    daily_schedules: 'Questões do dia que você configurou',
    server_digests: 'Resumos da semana que você configurou',
    review_channels: 'Canais da curadoria que você escolheu',
    absences: 'Sua ausência prolongada',
  },
  howLong:
    'Fica guardado até você apagar. Quem não aparece há dois anos recebe um aviso, e os dados são apagados 30 dias depois. Um servidor que me remove é apagado após 30 dias, com as respostas dadas lá; o que você fez em mensagens diretas e em outros lugares continua seu.',
  others:
    'Guardo seu id do Discord, sem nome nem foto, e nunca leio mensagens. Nada é repassado. Os outros veem você como diz `/privacidade visibilidade`.',
  commands: '`/privacidade exportar` dá um arquivo com tudo, `/privacidade apagar` apaga.',
  exported: 'Tudo sobre você',
  exportHow:
    'Um arquivo compactado: `data.json` contém tudo, e cada parte é uma tabela (CSV) para planilha. Os horários estão em UTC.',
  deleteTitle: 'Apagar tudo sobre você?',
  deleteMeans:
    'Tudo isto some de uma vez, em todos os servidores: ajustes, sequência, lugares nos rankings, o que você viu. Não dá para desfazer.',
  deleteStays:
    'O que outros precisam fica sem o seu id: que alguém respondeu assim a uma questão, que uma questão foi pedida ou teve um problema relatado.',
  deleteNow: 'Apagar tudo',
  deleteKeep: 'Para manter, é só deixar esta mensagem de lado.',
  deleted: 'Apagado',
  deletedAfter:
    'Não guardo mais nada sobre você. Mensagens com o seu nome ficam nos canais: só você ou um admin pode apagá-las. Se responder de novo, você começa do zero.',
  absent: {
    title: 'Faz dois anos que você não aparece',
    when: (date) => `Em ${date}, apago o que guardo sobre você (respostas, sequência, ajustes).`,
    how: 'Para manter, responda antes a uma questão com `/quiz`. Se não quiser, não precisa fazer nada.',
  },
};
